package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** The jar that is shipped, opened: the build runs this class after it has packaged. */
class PackagedJarTests {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /**
     * All three lie within libraries that cannot be left out. FEEL only computes; the engine's evaluator of expressions
     * could call methods of what it is given, so the engine is kept from all three: see {@code NoScriptsTests}.
     */
    private static final List<String> EVALUATORS = List.of(
            "org.camunda.feel.impl.script.FeelScriptEngineFactory",
            "org.camunda.feel.impl.script.FeelUnaryTestsScriptEngineFactory",
            "org.operaton.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory");

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path shipped = files.filter(file -> file.getFileName().toString().matches("pilotage-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no jar yet: run ./mvnw verify"));
            jar = new JarFile(shipped.toFile());
        }
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void carriesNoTestLibrary() {
        assertThat(libraries())
                .isNotEmpty()
                .noneMatch(library -> JarContentTests.UNWANTED.stream().anyMatch(library::contains));
    }

    @Test
    void carriesNoScriptEngineInWhateverLibrary() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String library : libraries()) {
            try (ZipInputStream inside = new ZipInputStream(jar.getInputStream(jar.getJarEntry(LIBRARIES + library)))) {
                for (ZipEntry entry; (entry = inside.getNextEntry()) != null; ) {
                    if (entry.getName().equals("META-INF/services/javax.script.ScriptEngineFactory")) {
                        new String(inside.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                                .forEach(found::add);
                    }
                }
            }
        }
        assertThat(found).containsExactlyElementsOf(EVALUATORS);
    }

    @Test
    void billOfMaterialListsEveryLibraryInTheJar() throws IOException {
        assumeFalse(builtOffline() && jar.getEntry(BILL) == null, "Built offline: no bill");
        Set<String> listed = new TreeSet<>();
        new ObjectMapper()
                .readTree(new ByteArrayInputStream(read(BILL)))
                .path("components")
                .forEach(library -> listed.add(SupplyChainTests.file(library)));
        // Starters hold nothing but a list of others, so they are left out.
        listed.removeIf(library -> library.startsWith("spring-boot-starter-"));
        // Only for the start of the jar itself; it comes with the packaging.
        listed.add("spring-boot-jarmode-tools-" + SpringBootVersion.getVersion() + ".jar");
        assertThat(new TreeSet<>(libraries())).isEqualTo(listed);
    }

    @Test
    void saysWhoseItIsAndWhichVersionButNotWhenOrWhereItWasBuilt() throws IOException {
        assertThat(Stream.of("LICENSE", "NOTICE", "sbom/browser.cdx.json")
                        .map(file -> jar.getEntry("META-INF/" + file)))
                .doesNotContainNull();
        assertThat(Stream.concat(jar.stream().map(ZipEntry::getName), libraries().stream()))
                .noneMatch(name -> name.endsWith("git.properties") || name.contains(".git/"));
        String info = new String(read("META-INF/build-info.properties"), StandardCharsets.UTF_8);
        assertThat(info).contains("build.version=", "build.time=2026-01-01T00\\:00\\:00Z");
        String here = Path.of("").toAbsolutePath().toString();
        assertThat(info + jar.getManifest().getMainAttributes().values()).doesNotContain(here);
        if (jar.getEntry(BILL) != null) {
            assertThat(new String(read(BILL), StandardCharsets.UTF_8)).doesNotContain(here);
        }
        assertThat(jar.stream().map(ZipEntry::getTimeLocal).map(time -> time.getYear()))
                .allMatch(year -> year <= 2026);
    }

    /** Without the network Maven leaves out the plugin that writes the bill. */
    private static boolean builtOffline() {
        return "offline-true".equals(System.getProperty("pilotage.build"));
    }

    private byte[] read(String name) throws IOException {
        ZipEntry entry = Stream.of(name, "BOOT-INF/classes/" + name)
                .map(jar::getEntry)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the jar"));
        return jar.getInputStream(entry).readAllBytes();
    }

    private List<String> libraries() {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .toList();
    }
}
