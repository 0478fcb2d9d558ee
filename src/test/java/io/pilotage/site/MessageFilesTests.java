package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

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
