package io.pilotage.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.MySqlServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import whose process and whose database are really killed, each in the middle of a batch. */
class KilledImportTests {

    private static final Logger LOG = LoggerFactory.getLogger(KilledImportTests.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path SAMPLE = Path.of("src/main/resources/portfolio/sample-inventory.csv");
    private static final int ROWS = 150;

    /** How long the engine keeps jobs that a killed process had begun from others; five minutes by default. */
    private static final String SHORT_LOCKS = "--operaton.bpm.job-execution.lock-time-in-millis=8000";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void everyRowComesInOnceAlthoughProcessAndDatabaseAreKilled() {
        try (MySqlServer mysql = MySqlServer.start()) {
            String database = mysql.freshDatabase();
            try (ApplicationProcess first = ApplicationProcess.start("killed-import-1", database, SHORT_LOCKS)) {
                assertThat(first.signIn("portfolio-office")
                                .upload("/api/imports?dryRun=false", "inventory.csv", inventory(), "mapping", "simple")
                                .statusCode())
                        .isEqualTo(201);
                killWithin(database, 1, first::kill);
            }
            long left = in(database);
            assertThat(left).as("seed %d", seed).isBetween(1L, ROWS - 1L);
            assertThat(number(database, "select count(*) from import_run where state = 'RUNNING'"))
                    .isOne();

            try (ApplicationProcess second = ApplicationProcess.start("killed-import-2", database, SHORT_LOCKS)) {
                killWithin(database, left + 1, mysql::restart);
                LOG.info("Seed {}: killed at {} and {} rows", seed, left, in(database));
                await(database, "select count(*) from import_run where state = 'DONE'", 1);
                await(
                        database,
                        "select case when count(*) = 0 then 1 else 0 end from ACT_RU_JOB j"
                                + " where j.TYPE_ = 'message'",
                        1);
                assertThat(second.isAlive()).isTrue();
            }
            everyRowIsInOnce(database);
        }
    }

    private void everyRowIsInOnce(String database) {
        assertThat(number(database, "select count(*) from import_row where outcome = 'BROUGHT_IN'"))
                .as("seed %d", seed)
                .isEqualTo(ROWS);
        assertThat(number(database, "select count(*) from pilot")).isEqualTo(ROWS);
        assertThat(number(database, "select count(distinct title) from pilot")).isEqualTo(ROWS);
        assertThat(number(database, "select count(distinct pilot_key) from inventory_entry"))
                .isEqualTo(ROWS);
        assertThat(number(database, "select count(*) from trail_entry where kind = 'broughtIn'"))
                .isEqualTo(ROWS);
        for (String process : new String[] {"pilotJourney", "discovery"}) {
            String journeys = " from ACT_HI_PROCINST where PROC_DEF_KEY_ = '" + process + "'";
            assertThat(number(database, "select count(*)" + journeys))
                    .as(process)
                    .isEqualTo(ROWS);
            assertThat(number(database, "select count(distinct BUSINESS_KEY_)" + journeys))
                    .as(process)
                    .isEqualTo(ROWS);
        }
    }

    /** Waits until that many rows are in and, a little later, somewhere within a batch, pulls the plug. */
    private void killWithin(String database, long rows, Runnable plug) {
        await(database, "select count(*) from pilot", rows);
        pause(random.nextInt(1500));
        plug.run();
    }

    private static void await(String database, String sql, long least) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (number(database, sql) < least) {
            assertThat(Instant.now()).as(sql).isBefore(giveUp);
            pause(50);
        }
    }

    private static void pause(int milliseconds) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS)
                .join();
    }

    /** The shipped sample's heading, and rows of which only number, title, unit and stage say something. */
    private static String inventory() {
        try (BufferedReader sample = Files.newBufferedReader(SAMPLE)) {
            String heading = sample.readLine();
            String blanks =
                    ",".repeat((int) heading.chars().filter(sign -> sign == ',').count() - 5);
            return IntStream.rangeClosed(1, ROWS)
                    .mapToObj(row -> row + ",Assistant " + row + ",Unit " + row % 7 + ",,,Idea" + blanks)
                    .collect(Collectors.joining("\n", heading + "\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long in(String database) {
        return number(database, "select count(*) from pilot");
    }

    private static long number(String database, String sql) {
        try (var connection = DriverManager.getConnection(database, "root", "");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
