package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jar that is shipped, opened: the build runs this class after it has packaged. */
class PackagedJarTests {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String BILL = "BOOT-INF/classes/META-INF/sbom/application.cdx.json";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path shipped = files.filter(file -> file.getFileName().toString().matches("pilotage-.*\\.jar"))
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
        List<String> found = new ArrayList<>();
        for (String library : libraries()) {
            try (ZipInputStream inside = new ZipInputStream(jar.getInputStream(jar.getJarEntry(LIBRARIES + library)))) {
                for (ZipEntry entry; (entry = inside.getNextEntry()) != null; ) {
                    if (entry.getName().equals("META-INF/services/javax.script.ScriptEngineFactory")) {
                        found.add(library);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void billOfMaterialListsEveryLibraryInTheJar() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode library : new ObjectMapper()
                .readTree(new ByteArrayInputStream(read(BILL)))
                .path("components")) {
            listed.add(SupplyChainTests.file(library));
        }
        // Only for the start of the jar itself; it comes with the packaging.
        listed.add("spring-boot-jarmode-tools-" + org.springframework.boot.SpringBootVersion.getVersion() + ".jar");
        Set<String> carried = new TreeSet<>(libraries());
        assertThat(carried).isEqualTo(listed);
    }

    @Test
    void saysWhoseItIsAndWhichVersionButNotWhenOrWhereItWasBuilt() throws IOException {
        assertThat(jar.getEntry("BOOT-INF/classes/META-INF/LICENSE")).isNotNull();
        assertThat(jar.getEntry("BOOT-INF/classes/META-INF/NOTICE")).isNotNull();
        assertThat(jar.getEntry("BOOT-INF/classes/META-INF/sbom/browser.cdx.json"))
                .isNotNull();
        String info = new String(read("META-INF/build-info.properties"), StandardCharsets.UTF_8);
        assertThat(info).contains("build.version=", "build.time=2026-01-01T00\\:00\\:00Z");
        assertThat(jar.getEntry("BOOT-INF/classes/git.properties")).isNull();
        String here = Path.of("").toAbsolutePath().toString();
        assertThat(info + new String(read(BILL), StandardCharsets.UTF_8)).doesNotContain(here);
    }

    private byte[] read(String name) throws IOException {
        ZipEntry entry = jar.getEntry(name) == null ? jar.getEntry("BOOT-INF/classes/" + name) : jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        return jar.getInputStream(entry).readAllBytes();
    }

    private List<String> libraries() {
        List<String> libraries = new ArrayList<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
                libraries.add(name.substring(LIBRARIES.length()));
            }
        }
        return libraries;
    }
}
