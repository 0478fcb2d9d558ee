package io.pilotage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.MySqlServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MySQL is killed while people work: what was acknowledged is kept, and work goes on without a restart. */
class DatabaseAwayTests {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayTests.class);
    private static final int CLIENTS = 4;
    private static final int MOST_REQUESTS = 3_000;
    private static final String READINESS = "/actuator/health/readiness";
    private static final String SCRAPE_TOKEN = "of-this-test-and-nothing-else";

    private final Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void everyAcknowledgedRequestIsKept() throws InterruptedException {
        try (MySqlServer mysql = MySqlServer.start()) {
            String database = mysql.freshDatabase();
            Ledger ledger = new Ledger(database);
            try (ApplicationProcess node = ApplicationProcess.start(
                    "database-away",
                    database,
                    "--spring.datasource.hikari.connection-timeout=3000",
                    "--operaton.bpm.job-execution.lock-time-in-millis=6000",
                    "--operaton.bpm.job-execution.max-wait=2000",
                    "--pilotage.operations.scrape-token=" + SCRAPE_TOKEN)) {
                node.signIn("portfolio-office").rememberToken();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                for (int client = 0; client < CLIENTS; client++) {
                    clients.execute(() -> work(node));
                }
                awaitAcknowledged(20);
                Instant killed = killed(mysql);
                saysThatItIsAway(node);
                awaitTurnedAway(killed);
                Instant back = Instant.now();
                mysql.restart();
                Instant answered = firstAcknowledgedAfter(back);
                assertThat(node.ask(READINESS, "").statusCode()).isEqualTo(200);
                awaitAcknowledged(acknowledged.size() + 10);
                over.set(true);
                clients.shutdown();
                assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

                assertThat(answers)
                        .filteredOn(answer ->
                                answer.asked().isAfter(killed) && answer.got().isBefore(back))
                        .isNotEmpty()
                        .noneMatch(Answer::isFine);
                assertThat(Duration.between(back, answered)).isLessThan(Duration.ofSeconds(30));
                assertThat(node.isAlive()).isTrue();
                for (int title : acknowledged) {
                    ledger.await("select count(*) from pilot where title = 'Assistant " + title + "'", 1);
                }
                assertThat(ledger.number("select count(*) - count(distinct title) from pilot"))
                        .isZero();
                LOG.warn(
                        "DATABASE KILLED: {} requests acknowledged, none lost; {} asked while it was away, none"
                                + " acknowledged; work went on {} ms after its restart began, without a restart of the"
                                + " application",
                        acknowledged.size(),
                        answers.stream()
                                .filter(answer -> answer.asked().isAfter(killed)
                                        && answer.got().isBefore(back))
                                .count(),
                        Duration.between(back, answered).toMillis());
            }
        }
    }

    /** The moment after which nothing can have been stored. */
    private static Instant killed(MySqlServer mysql) {
        mysql.kill();
        return Instant.now();
    }

    /** Nobody sends it requests, nobody restarts it, and Prometheus still learns what is wrong. */
    private static void saysThatItIsAway(ApplicationProcess node) {
        CompletableFuture<String> figures = CompletableFuture.supplyAsync(
                () -> node.ask("/actuator/prometheus", SCRAPE_TOKEN).body());
        assertThat(node.ask(READINESS, "").statusCode()).isEqualTo(503);
        assertThat(node.ask("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
        assertThat(figures.join()).contains("pilotage_figures_readable 0.0", "pilotage_incidents NaN");
    }

    private void work(ApplicationProcess node) {
        while (!over.get() && number.get() < MOST_REQUESTS) {
            int title = number.incrementAndGet();
            Instant asked = Instant.now();
            int status;
            try {
                status = node.uploadAgain(
                                "/api/imports?dryRun=false",
                                "i.csv",
                                Ledger.inventory(title, title),
                                "mapping",
                                "simple")
                        .statusCode();
            } catch (UncheckedIOException e) {
                status = 0;
            }
            Answer answer = new Answer(asked, Instant.now(), status);
            answers.add(answer);
            if (answer.isFine()) {
                acknowledged.add(title);
            } else {
                Ledger.pause(200);
            }
        }
    }

    private void awaitAcknowledged(int least) {
        Instant giveUp = Instant.now().plusSeconds(90);
        while (acknowledged.size() < least) {
            assertThat(Instant.now()).as("acknowledged " + acknowledged.size()).isBefore(giveUp);
            Ledger.pause(50);
        }
    }

    /** Until somebody who asked after that moment has an answer, so that there is one to look at. */
    private void awaitTurnedAway(Instant killed) {
        Instant giveUp = Instant.now().plusSeconds(90);
        while (answers.stream().noneMatch(answer -> answer.asked().isAfter(killed))) {
            assertThat(Instant.now()).as("nobody was answered").isBefore(giveUp);
            Ledger.pause(50);
        }
    }

    private Instant firstAcknowledgedAfter(Instant moment) {
        Instant giveUp = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(giveUp)) {
            List<Answer> fine = answers.stream()
                    .filter(answer -> answer.isFine() && answer.got().isAfter(moment))
                    .toList();
            if (!fine.isEmpty()) {
                return fine.get(0).got();
            }
            Ledger.pause(50);
        }
        throw new AssertionError("Nothing was acknowledged any more");
    }

    private record Answer(Instant asked, Instant got, int status) {

        boolean isFine() {
            return status / 100 == 2;
        }
    }
}
