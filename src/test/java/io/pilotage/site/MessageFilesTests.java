package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of all modules: each said in both languages, with the same gaps to fill, and each file in use. */
class MessageFilesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SETTINGS = Path.of("src/main/resources/application.yaml");
    private static final Pattern BASE_NAME = Pattern.compile("messages/(\\w+)");
    private static final Pattern GAP = Pattern.compile("\\{(\\d)");

    static List<String> modules() throws IOException {
        return BASE_NAME
                .matcher(Files.readString(SETTINGS))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesSayTheSame(String module) throws IOException {
        assertThat(texts(module + "_de").keySet()).isEqualTo(texts(module).keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesFillTheSameGaps(String module) throws IOException {
        assertThat(gaps(texts(module + "_de"))).isEqualTo(gaps(texts(module)));
    }

    @Test
    void everyFileIsInUse() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            // Names of processes and tasks are English in the models themselves.
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("(_de)?\\.properties$", ""))
                            .filter(name -> !name.equals("names")))
                    .isSubsetOf(modules());
        }
    }

    /** Whoever reads of a thing on one page finds it under the same name on the next. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void aThingHasOneNameInEveryFile(String language) throws IOException {
        Map<String, String> pilot = texts("pilot" + language);
        Map<String, String> portfolio = texts("portfolio" + language);
        Map<String, String> site = texts("site" + language);
        Map<String, String> money = texts("businesscase" + language);
        for (Phase phase : Phase.values()) {
            assertThat(pilot.get("pilot.phase." + phase.process()))
                    .isEqualTo(portfolio.get("portfolio.phase." + phase))
                    .isEqualTo(money.get("businesscase.phase." + phase))
                    .isEqualTo(site.get("site.phase." + phase.process()));
        }
        for (PilotStatus status : PilotStatus.values()) {
            assertThat(portfolio.get("portfolio.status." + status)).isEqualTo(pilot.get("pilot.status." + status));
        }
        for (StallReason reason : StallReason.values()) {
            assertThat(portfolio.get("portfolio.reason." + reason))
                    .isEqualTo(pilot.get("pilot.reason." + reason.code()));
        }
    }

    /** On pages, in mails and in the story a task is called as in the task list; only the start form is an invitation. */
    @Test
    void tasksAndProcessesHaveOneGermanName() throws IOException {
        Map<String, String> inTheTaskList = texts("names_de");
        Map<String, String> onPages = texts("tasks_de");
        onPages.keySet().retainAll(inTheTaskList.keySet());
        onPages.remove("process.pilotJourney");
        assertThat(onPages)
                .hasSizeGreaterThan(80)
                .allSatisfy((key, name) ->
                        assertThat(inTheTaskList.get(key)).as(key).isEqualTo(name));
    }

    private static Map<String, String> gaps(Map<String, String> texts) {
        Map<String, String> gaps = new TreeMap<>();
        texts.forEach((key, text) -> gaps.put(
                key,
                String.valueOf(GAP.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new)))));
        return gaps;
    }

    private static Map<String, String> texts(String name) throws IOException {
        Properties read = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
            read.load(file);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }
}
