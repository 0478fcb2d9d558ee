package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The production jar carries what production needs: no test library, no script engine, no second logging binding. */
class JarContentTests {

    static final List<String> UNWANTED = List.of(
            "junit",
            "assertj",
            "mockito",
            "hamcrest",
            "opentest4j",
            "awaitility",
            "jqwik",
            "archunit",
            "configuration-processor",
            "playwright",
            "greenmail",
            "spring-test",
            "spring-boot-test",
            "spring-security-test",
            "graal",
            "js-scriptengine",
            "jython",
            "jruby",
            "groovy",
            "ognl",
            "log4j-core",
            "slf4j-simple",
            "liquibase");

    @Test
    void carriesNoTestLibraryAndNoScriptEngine() throws IOException {
        List<String> libraries = libraries();

        assertThat(libraries).anyMatch(library -> library.startsWith("operaton-engine-1."));
        assertThat(libraries).noneMatch(library -> UNWANTED.stream().anyMatch(library::contains));
    }

    @Test
    void carriesEachLibraryOnce() throws IOException {
        Stream<String> names = libraries().stream().map(library -> library.replaceFirst("-\\d[^/]*?\\.jar$", ""));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void namesEveryBrowserLibraryInTheNotice() throws IOException {
        JsonNode libraries =
                new ObjectMapper().readTree(Path.of("package.json").toFile()).get("dependencies");
        String notice = Files.readString(Path.of("NOTICE"));

        // A library under a name of ours says "npm:its-own-name@version".
        assertThat(libraries.properties())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(notice)
                        .contains("  "
                                + library.getValue()
                                        .asText()
                                        .replaceFirst("^[^:]*$", library.getKey())
                                        .replaceFirst("^npm:(.*)@.*", "$1")
                                + " ("));
    }

    private static List<String> libraries() throws IOException {
        String classPath = Files.readString(Path.of("target/runtime-class-path.txt"));
        return Stream.of(classPath.trim().split(","))
                .map(library -> Path.of(library).getFileName().toString())
                .toList();
    }
}
