package io.pilotage.businesscase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No query, no page and no line of code adds what is only believed to what was measured. */
class BelievedStandsApartTests {

    private static final String BELIEVED = "[\\w.]*asserted\\w*(?:\\(\\))?";
    private static final String COUNTED = "[\\w.]*(?:measured|net_realised|netRealised|net_value)\\w*(?:\\(\\))?";
    private static final String JOINED = "\\s*\\)?\\s*(?:\\+|\\.add\\(|\\.plus\\()\\s*\\(?\\s*";

    private static final Pattern SUM =
            Pattern.compile(BELIEVED + JOINED + COUNTED + "|" + COUNTED + JOINED + BELIEVED, Pattern.CASE_INSENSITIVE);

    @Test
    void nothingAddsThemUp() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<String> sums = files.filter(file -> file.toString().matches(".*\\.(java|html|sql|js)"))
                    .flatMap(BelievedStandsApartTests::sums)
                    .toList();
            assertThat(sums).isEmpty();
        }
    }

    @Test
    void aSumWouldBeFound() {
        for (String sum : List.of(
                "select sum(m.measured_value + m.asserted_value)",
                "sum(asserted_value) + sum(measured_value)",
                "figures.measured().add(figures.asserted())",
                "${f.asserted + f.measured}")) {
            assertThat(SUM.matcher(sum.replace("sum(", "")).find()).as(sum).isTrue();
        }
    }

    private static Stream<String> sums(Path file) {
        try {
            String text =
                    Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("(?i)sum\\(", "");
            return SUM.matcher(text).results().map(found -> file + ": " + found.group());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
