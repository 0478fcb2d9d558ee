package io.pilotage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nodes on one database, each a process of its own with its job executor running, whose clocks are moved together. Time
 * passes as for {@link TimeMachine}: from one due date to the next, and on only when the nodes have run what was due.
 */
public final class Nodes implements PassingTime, AutoCloseable {

    /** Longer than the lock of a killed node lasts. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String TO_RUN = " from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1"
            + " and HANDLER_TYPE_ <> 'history-cleanup' and ";

    private final Map<ApplicationProcess, Integer> clocks = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JdbcClient database;
    private Duration ahead = Duration.ZERO;

    /** @param database in UTC, as an administrator sees it */
    public Nodes(JdbcClient database) {
        this.database = database;
    }

    /** Starts one more node without waiting; its clock is where the others' is. */
    public ApplicationProcess launch(String name, Map<String, String> environment, List<String> arguments) {
        int clock = ServerProcess.freePort();
        Map<String, String> all = new HashMap<>(environment);
        all.put("AHEAD", String.valueOf(ahead.toMillis()));
        all.put("CLOCK_PORT", String.valueOf(clock));
        ApplicationProcess node = ApplicationProcess.launch(name, all, arguments, LaterPilotage.class);
        clocks.put(node, clock);
        return node;
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    @Override
    public void runDueJobs() {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (due() > 0) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("Nobody runs what is due: "
                        + database.sql("select HANDLER_TYPE_, HANDLER_CFG_, LOCK_OWNER_, DUEDATE_" + TO_RUN
                                        + "(DUEDATE_ is null or DUEDATE_ <= ?)")
                                .param(Timestamp.from(now()))
                                .query()
                                .listOfRows());
            }
            pause();
        }
    }

    @Override
    public void moveBy(Duration duration) {
        Instant target = now().plus(duration);
        runDueJobs();
        for (Optional<Instant> next = next(target); next.isPresent(); next = next(target)) {
            moveTo(next.get().plusSeconds(1));
            runDueJobs();
        }
        if (target.isAfter(now())) {
            moveTo(target);
        }
    }

    /** Waits until the database counts that many. */
    public void await(String count, long least) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (database.sql(count).query(Long.class).single() < least) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError(count + " does not reach " + least);
            }
            pause();
        }
    }

    @Override
    public void close() {
        clocks.keySet().forEach(ApplicationProcess::close);
    }

    private long due() {
        return database.sql("select count(*)" + TO_RUN + "(DUEDATE_ is null or DUEDATE_ <= ?)")
                .param(Timestamp.from(now()))
                .query(Long.class)
                .single();
    }

    private Optional<Instant> next(Instant target) {
        return database.sql("select min(DUEDATE_)" + TO_RUN + "DUEDATE_ > ? and DUEDATE_ <= ?")
                .params(Timestamp.from(now()), Timestamp.from(target))
                .query(LocalDateTime.class)
                .optional()
                .map(due -> due.toInstant(ZoneOffset.UTC));
    }

    private void moveTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
        clocks.forEach((node, port) -> {
            if (node.isAlive()) {
                set(port);
            }
        });
    }

    private void set(int port) {
        URI clock = URI.create("http://127.0.0.1:" + port + "/" + ahead.toMillis());
        try {
            client.send(
                    HttpRequest.newBuilder(clock).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                .join();
    }
}
