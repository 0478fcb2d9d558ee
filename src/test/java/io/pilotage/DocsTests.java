package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the guides and the README say is what the product has. */
class DocsTests {

    private static final Path GUIDES = Path.of("docs/guide");
    private static final Path CODE = Path.of("src/main/java");

    @Test
    void everyRoleIsDocumentedAndEveryDocumentedRoleExists() {
        Set<String> groups = groups();
        assertThat(firstColumn(guide("administrator"), "## Roles")).isEqualTo(groups);
        assertThat(found("`([a-z]+(?:-[a-z]+)+)`", guide("user"))).isEqualTo(groups);
        files(GUIDES, ".md")
                .forEach(file -> assertThat(groups).containsAll(found("`([a-z]+(?:-[a-z]+)+)`", read(file))));
    }

    @Test
    void everyDecisionTableIsDocumented() {
        Set<String> tables = new TreeSet<>();
        files(Path.of("processes"), ".dmn")
                .forEach(file -> tables.addAll(found("<decision id=\"(\\w+)\"", read(file))));
        assertThat(firstColumn(guide("administrator"), "## Decision tables")).isEqualTo(tables);
        assertThat(firstColumn(read(Path.of("README.md")), "## Where things are decided"))
                .isEqualTo(tables);
    }

    @Test
    void everyRuleForModelsIsDocumented() {
        Set<String> said =
                found("(?s)breaches\\.add\\((.*?)\\);", read(CODE.resolve("io/pilotage/workflow/ModelRules.java")))
                        .stream()
                        .map(DocsTests::sentence)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = rows(guide("modeller"), "## Rules for models")
                .map(row -> row.split("\\|")[1].strip())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(said);
    }

    @Test
    void everySettingIsDocumented() {
        Set<String> settings = new TreeSet<>();
        for (Path file : files(CODE, ".java")) {
            settings.addAll(found("\\$\\{(pilotage\\.[a-z.-]+)", read(file)));
            settings.addAll(found("@ConditionalOnProperty\\((?:name = )?\"(pilotage\\.[a-z.-]+)\"", read(file)));
        }
        settings.addAll(bound());
        Set<String> documented = new TreeSet<>();
        documents().values().forEach(text -> documented.addAll(found("`(pilotage\\.[a-z.<>-]+)`", text)));
        assertThat(documented).isEqualTo(settings);
    }

    @Test
    void everyFilterIsDocumented() {
        Set<String> filters =
                found("filter\\(\\s*\"([^\"]+)\"", read(CODE.resolve("io/pilotage/workflow/TasklistFilters.java")));
        assertThat(rows(guide("user"), "## Sign in and see what waits").map(row -> row.split("\\|")[1].strip()))
                .containsExactlyInAnyOrderElementsOf(filters);
    }

    @Test
    void everyLinkAndPathLeadsSomewhere() {
        documents().forEach((file, text) -> {
            Path folder = file.toAbsolutePath().getParent();
            found("\\]\\((?!https?:)([^)#]+)[^)]*\\)", text)
                    .forEach(target -> assertThat(folder.resolve(target))
                            .as(file + ": " + target)
                            .exists());
            found("`((?:processes|forms|src|docs|\\.ci)/[^`<>*:]*)`", text)
                    .forEach(path ->
                            assertThat(Path.of(path)).as(file + ": " + path).exists());
        });
        assertThat(documents()).hasSizeGreaterThan(5);
    }

    /** What is said of security is shown by a test, or stands apart as not shown. */
    @Test
    void everyTestThatTheGuideToSecurityNamesExistsAndEveryRowNamesOne() {
        String security = guide("security");
        Set<String> tests = files(Path.of("src/test/java"), ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(tests).containsAll(found("`(\\w+(?:Tests|LongRun))`", security));
        assertThat(rows(security, "## OWASP ASVS 5.0, level 2"))
                .hasSizeGreaterThan(30)
                .allSatisfy(row -> assertThat(found("`(\\w+(?:Tests|LongRun))`", row.split("\\|")[4]))
                        .as(row)
                        .isNotEmpty());
    }

    /** In the table, or among what no test shows, or what does not apply: none is passed over. */
    @Test
    void everyRequirementOfTheStandardIsJudged() {
        List<String> standard = read(Path.of("src/test/resources/io/pilotage/asvs-5.0.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList();
        String judged = guide("security").substring(guide("security").indexOf("## OWASP ASVS"));
        Set<String> left = new LinkedHashSet<>(standard);
        Pattern.compile("\\b(\\d+\\.(?:\\d+\\.)?)\\*|\\b(\\d+\\.\\d+\\.\\d+)(?:–(\\d+\\.\\d+\\.\\d+))?")
                .matcher(judged)
                .results()
                .forEach(named -> {
                    if (named.group(1) != null) {
                        assertThat(left.removeIf(number -> number.startsWith(named.group(1))))
                                .as(named.group())
                                .isTrue();
                    } else {
                        String last = named.group(3) == null ? named.group(2) : named.group(3);
                        assertThat(standard).contains(named.group(2), last);
                        left.removeAll(standard.subList(standard.indexOf(named.group(2)), standard.indexOf(last) + 1));
                    }
                });
        assertThat(left).as("not judged in docs/guide/security.md").isEmpty();
        System.out.println("requirements of ASVS 5.0 that are judged: n=" + standard.size());
    }

    @Test
    void everyAlgorithmIsOnTheListOfCryptography() {
        Set<String> used = new TreeSet<>();
        files(CODE, ".java").forEach(file -> used.addAll(found("getInstance\\(\\s*\"([^\"]+)\"", read(file))));
        assertThat(firstColumn(guide("security"), "## Cryptography"))
                .isEqualTo(used)
                .isNotEmpty();
    }

    @Test
    void whatIsPastItsEndOfLifeIsSaidPlainlyWithTheVersionsOfTheBuild() {
        String build = read(Path.of("pom.xml"));
        String engine = only("<operaton.version>([\\d.]+)<", build);
        String boot = only("<artifactId>spring-boot-starter-parent</artifactId>\\s*<version>(\\d+\\.\\d+)\\.", build);
        String minor = engine.replaceFirst("\\.\\d+$", ".x");
        assertThat(read(Path.of("README.md")))
                .contains("(https://operaton.org) " + engine + " on Spring Boot " + boot
                        + ". **Both are past their upstream end of life**");
        assertThat(read(Path.of("docs/adr/0001-operaton-on-spring-boot-3.md")))
                .contains("Both are past their upstream end of life. Operaton " + minor)
                .contains("Spring Boot " + boot + " no longer receives free updates");
        assertThat(read(Path.of("SECURITY.md")))
                .contains("Operaton " + minor + " and Spring Boot " + boot + " get no more fixes from their makers");
    }

    private static String only(String pattern, String text) {
        Set<String> found = found(pattern, text);
        assertThat(found).as(pattern).hasSize(1);
        return found.iterator().next();
    }

    @Test
    void commandsOfTheReadmeAreThoseOfTheBuild() {
        String build = read(Path.of(".ci/run"));
        String readme = read(Path.of("README.md"));
        Set<String> commands = found("(?m)^(\\./mvnw .*)$", readme);
        Set<String> run = found("(\\./mvnw [a-z -]+?) *</dev/null", build).stream()
                .map(command -> command.replaceAll(" --[a-z-]+", ""))
                .collect(Collectors.toSet());
        assertThat(run).containsExactly("./mvnw verify");
        assertThat(commands).containsExactlyInAnyOrder("./mvnw spring-boot:run", "./mvnw verify");
        found("((?:JDK|Node) \\d+)", readme).forEach(tool -> assertThat(build).contains(tool));
    }

    /** What a breach says, with an ellipsis where it names something. */
    private static String sentence(String arguments) {
        String said = arguments.substring(arguments.indexOf(',') + 1).strip();
        return Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[^\"+]+")
                .matcher(said)
                .results()
                .filter(part -> !part.group().matches("[\\s)]*"))
                .map(part -> part.group(1) == null ? "…" : part.group(1))
                .collect(Collectors.joining());
    }

    private static Set<String> bound() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> settings = new TreeSet<>();
        scanner.findCandidateComponents("io.pilotage").forEach(bean -> {
            try {
                Class<?> type = Class.forName(bean.getBeanClassName());
                settings.addAll(
                        names(type.getAnnotation(ConfigurationProperties.class).value(), type));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        return settings;
    }

    private static Set<String> names(String prefix, Class<?> type) {
        Set<String> settings = new TreeSet<>();
        for (RecordComponent part : type.getRecordComponents()) {
            String name =
                    prefix + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (part.getType() == Map.class) {
                Class<?> each = (Class<?>) ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[1];
                settings.addAll(
                        names(name + ".<" + each.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ">", each));
            } else {
                settings.add(name);
            }
        }
        return settings;
    }

    private static Set<String> groups() {
        return Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands in backticks in the first column of the tables below a heading. */
    private static Set<String> firstColumn(String text, String heading) {
        return rows(text, heading)
                .flatMap(row -> found("`([^`]+)`", row.split("\\|")[1]).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the tables below a heading, without their heads. */
    private static Stream<String> rows(String text, String heading) {
        int from = text.indexOf(heading + "\n");
        assertThat(from).as(heading).isNotNegative();
        int to = text.indexOf("\n## ", from + 1);
        String section = text.substring(from, to < 0 ? text.length() : to);
        return section.substring(section.indexOf("|---")).lines().filter(line -> line.startsWith("| "));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String guide(String name) {
        return read(GUIDES.resolve(name + ".md"));
    }

    private static Map<Path, String> documents() {
        return Stream.concat(Stream.of(Path.of("README.md")), files(Path.of("docs"), ".md").stream())
                .collect(Collectors.toMap(file -> file, DocsTests::read));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
