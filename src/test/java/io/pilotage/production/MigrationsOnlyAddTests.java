package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nodes of the version before work on while a new one starts: a migration takes away nothing that they read. */
class MigrationsOnlyAddTests {

    private static final Pattern TAKES_AWAY =
            Pattern.compile("(?i)\\b(drop\\s+(table|column)|rename\\s+(to|column|table)|change\\s+column)\\b");

    private static final Pattern NEEDS_A_VALUE =
            Pattern.compile("(?i)add\\s+column[^,;]*\\bnot\\s+null\\b(?![^,;]*\\bdefault\\b)");

    /** Before version 0.1 there is no version before. */
    private static final Set<String> BEFORE_THE_FIRST_VERSION =
            Set.of("V0201__audit_chain.sql", "V0203__audit_chained.sql", "V0552__adoption_ledger.sql");

    @Test
    void whatTheVersionBeforeReadsStaysThere() throws IOException {
        Set<String> breaches = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            files.forEach(file -> {
                String text = read(file).replaceAll("(?m)--.*$", "");
                if (TAKES_AWAY.matcher(text).find()
                        || NEEDS_A_VALUE.matcher(text).find()) {
                    breaches.add(file.getFileName().toString());
                }
            });
        }
        assertThat(breaches).isSubsetOf(BEFORE_THE_FIRST_VERSION);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
