package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The texts of the frame and of the additions to the task list: nothing said in one language only, nothing unsaid. */
class SiteTextTests {

    private static final Path TASKLIST =
            Path.of("src/main/resources/META-INF/resources/webjars/operaton/app/tasklist/scripts");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void everyTextOfThePagesExists() throws IOException {
        var used = occurrences(
                Stream.of(TEMPLATES.resolve("site"), TEMPLATES.resolve("error")), "#\\{(site\\.[a-zA-Z.]+)");
        assertThat(texts("messages/site.properties").stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyTextOfTheTaskListExists() throws IOException {
        var used = occurrences(Stream.of(TASKLIST), "word\\(\"([a-zA-Z.]+)\"").stream()
                .map("site."::concat)
                .collect(Collectors.toSet());
        assertThat(used).isNotEmpty();
        assertThat(texts("messages/site.properties").stringPropertyNames()).containsAll(used);
    }

    @Test
    void taskListGetsTheLanguageOfThePerson() {
        var german = new TasklistWordsController().words(Locale.GERMAN);
        assertThat(german.language()).isEqualTo("de");
        assertThat(german.words()).containsEntry("tasklist.app", "Aufgaben").doesNotContainKey("login.title");
        assertThat(new TasklistWordsController().words(Locale.ENGLISH).words()).containsEntry("tasklist.app", "Tasks");
    }

    @Test
    void scriptThatTheLayoutNamesIsThere() throws IOException {
        var layout = Files.readString(TEMPLATES.resolve("site/layout.html"));
        var matcher = Pattern.compile("@\\{/(webjars/[^}]+)}").matcher(layout);
        assertThat(matcher.find()).isTrue();
        assertThat(new ClassPathResource("META-INF/resources/" + matcher.group(1)).exists())
                .isTrue();
    }

    @Test
    void stylesOfTheFormViewerAreBesideOurs() {
        var styles = "META-INF/resources/webjars/operaton/app/tasklist/styles/";
        assertThat(new ClassPathResource(styles + "form-js.css").exists()).isTrue();
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> occurrences(Stream<Path> folders, String pattern) {
        return folders.flatMap(SiteTextTests::files)
                .flatMap(file -> Pattern.compile(pattern).matcher(read(file)).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
