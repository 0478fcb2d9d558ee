package io.pilotage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands in a database that processes under attack share, read from outside. */
final class Ledger {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path SAMPLE = Path.of("src/main/resources/portfolio/sample-inventory.csv");

    private final String url;

    Ledger(String url) {
        this.url = url;
    }

    long number(String sql) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until the number is at least that; gives up when it has not changed for {@link #PATIENCE}. */
    void await(String sql, long least) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        long before = number(sql);
        for (long now = before; now < least; now = number(sql)) {
            if (now != before) {
                before = now;
                giveUp = Instant.now().plus(PATIENCE);
            }
            assertThat(Instant.now()).as("%s stays at %d", sql, now).isBefore(giveUp);
            pause(20);
        }
    }

    static void pause(int milliseconds) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS)
                .join();
    }

    /** An inventory of pilots with these numbers, of which only title, unit and stage say something. */
    static String inventory(int from, int to) {
        try (BufferedReader sample = Files.newBufferedReader(SAMPLE)) {
            String heading = sample.readLine();
            String blanks =
                    ",".repeat((int) heading.chars().filter(sign -> sign == ',').count() - 5);
            return IntStream.rangeClosed(from, to)
                    .mapToObj(row -> row + ",Assistant " + row + ",Unit " + row % 7 + ",,,Idea" + blanks)
                    .collect(Collectors.joining("\n", heading + "\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
