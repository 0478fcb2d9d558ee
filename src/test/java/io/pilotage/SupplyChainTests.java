package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What others made and we ship: all of it is listed, and all of it under a licence that somebody looked at. */
class SupplyChainTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BILLS = Path.of("target/classes/META-INF/sbom");
    private static final String JAVA = "application";
    private static final String BROWSER = "browser";

    @ParameterizedTest
    @ValueSource(strings = {JAVA, BROWSER})
    void everyLibraryHasALicenceOnTheList(String bill) throws IOException {
        List<JsonNode> libraries = libraries(bill);
        assertThat(libraries).hasSizeGreaterThan(40);
        assertThat(libraries.stream().filter(library -> !isAllowed(library)).map(JsonNode::toPrettyString))
                .as("no licence of these is on the list in src/test/resources/io/pilotage/licences.yaml")
                .isEmpty();
    }

    @Test
    void everyReviewedLibraryIsStillThere() throws IOException {
        Set<String> shipped = Stream.of(libraries(JAVA), libraries(BROWSER))
                .flatMap(List::stream)
                .map(SupplyChainTests::name)
                .collect(Collectors.toSet());
        reviewed().forEach(review -> assertThat(shipped).contains(review.get("library")));
    }

    @Test
    void theBillListsExactlyWhatTheJarCarries() throws IOException {
        Set<String> listed =
                libraries(JAVA).stream().map(SupplyChainTests::file).collect(Collectors.toCollection(TreeSet::new));
        Set<String> carried = Stream.of(Files.readString(Path.of("target/runtime-class-path.txt"))
                        .trim()
                        .split(","))
                .map(library -> Path.of(library).getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(carried);
        System.out.println("libraries in the jar, all listed with a licence: n=" + listed.size() + ", for the browser "
                + libraries(BROWSER).size());
    }

    @Test
    void theBrowserBillListsWhatThePagesUse() throws IOException {
        Set<String> listed = libraries(BROWSER).stream()
                .map(library -> library.path("name").asText())
                .collect(Collectors.toSet());
        assertThat(listed).contains("bpmn-js", "diagram-js", "min-dash", "@bpmn-io/form-js-viewer");
        assertThat(listed).doesNotContain("axe-core", "bpmnlint", "@prometheus-io/lezer-promql");
    }

    @Test
    void updatesAreProposedForEverythingThatIsFetched() throws IOException {
        String settings = Files.readString(Path.of(".github/dependabot.yml"));
        assertThat(settings)
                .contains("package-ecosystem: maven", "package-ecosystem: npm", "package-ecosystem: github-actions")
                // The images, of the Dockerfile and of the compose file.
                .contains("package-ecosystem: docker\n", "package-ecosystem: docker-compose\n");
    }

    @Test
    void everyActionIsPinnedToACommit() throws IOException {
        try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
            for (Path workflow : workflows.toList()) {
                List<String> uses = Pattern.compile("uses: *(\\S+)")
                        .matcher(Files.readString(workflow))
                        .results()
                        .map(use -> use.group(1))
                        .toList();
                assertThat(uses).isNotEmpty().allMatch(use -> use.matches("[\\w./-]+@[0-9a-f]{40}"));
            }
        }
    }

    private static boolean isAllowed(JsonNode library) {
        List<String> allowed =
                list().get("allowed").stream().map(String::valueOf).toList();
        List<String> said = licences(library);
        boolean named = said.stream()
                .flatMap(licence -> Stream.of(licence.replaceAll("[()]", "").split(" OR ")))
                .anyMatch(allowed::contains);
        return named
                || reviewed().stream()
                        .anyMatch(review -> review.get("library").equals(name(library))
                                && said.equals(List.of(review.get("says"))));
    }

    private static List<String> licences(JsonNode library) {
        List<String> licences = new ArrayList<>();
        library.path("licenses").forEach(choice -> {
            JsonNode licence = choice.path("license");
            licences.add(
                    choice.has("expression")
                            ? choice.path("expression").asText()
                            : licence.has("id")
                                    ? licence.path("id").asText()
                                    : licence.path("name").asText());
        });
        return licences;
    }

    /** The name of its file: {@code name-version.jar}, or {@code name-version-classifier.jar}. */
    static String file(JsonNode library) {
        String purl = library.path("purl").asText();
        String classifier = purl.contains("classifier=") ? "-" + purl.replaceFirst(".*classifier=([^&]*).*", "$1") : "";
        return library.path("name").asText() + "-" + library.path("version").asText() + classifier + ".jar";
    }

    private static String name(JsonNode library) {
        return library.path("purl").asText().replaceFirst("@[^@]*$", "");
    }

    private static List<JsonNode> libraries(String bill) throws IOException {
        List<JsonNode> libraries = new ArrayList<>();
        Path file = BILLS.resolve(bill + ".cdx.json");
        // Without the network Maven leaves out the plugin that writes the bill; it may be there, but of another day.
        boolean offline = "offline-true".equals(System.getProperty("pilotage.build"));
        assumeFalse(
                offline && (Files.notExists(file) || isOlder(file, Path.of("pom.xml"))), "Built offline: no new bill");
        JSON.readTree(file.toFile()).path("components").forEach(libraries::add);
        return libraries;
    }

    private static boolean isOlder(Path file, Path than) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) < 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> reviewed() {
        return (List<Map<String, String>>) (List<?>) list().get("reviewed");
    }

    private static Map<String, List<?>> list() {
        return new Yaml().load(SupplyChainTests.class.getResourceAsStream("/io/pilotage/licences.yaml"));
    }
}
