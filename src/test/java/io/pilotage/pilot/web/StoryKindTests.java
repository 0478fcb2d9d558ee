package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.TrailFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is written about a case is found under one of the kinds that the story can be narrowed to. */
class StoryKindTests {

    /** How an entry is begun in our code: the chain it goes to, when, by whom, and its kind. */
    private static final Pattern BEGUN = Pattern.compile("TrailEntry\\.of\\(([^;]*?)\"(\\w+)\"\\)");

    @Test
    void everyKindOfEntryOfACaseIsUnderOneOfThem() throws IOException {
        Set<String> written;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            written = sources.filter(source -> source.toString().endsWith(".java"))
                    .flatMap(source -> BEGUN.matcher(text(source)).results())
                    .filter(entry -> !entry.group(1).contains("Undertaking."))
                    .map(entry -> entry.group(2))
                    .collect(Collectors.toSet());
        }
        Set<String> found = Arrays.stream(StoryKind.values())
                .filter(kind -> kind != StoryKind.ALL)
                .map(StoryKind::filter)
                .map(TrailFilter::kinds)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(written).hasSizeGreaterThan(20).contains("gateDecided", "escalated");
        assertThat(found).containsAll(written);
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
