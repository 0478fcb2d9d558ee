package io.pilotage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.workflow.FormFiller;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Somebody who reads pages in a session, and a program that proposes pilots, both without a pause. */
final class Traffic implements AutoCloseable {

    private static final int MOST_REQUESTS = 20_000;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger proposed = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private Traffic() {}

    /** Begins. @param port of the proxy that leads to the nodes */
    static Traffic through(int port) {
        Traffic traffic = new Traffic();
        Caller reader = Caller.session(port, "portfolio-office");
        Caller program = Caller.machine(port, "pilot-owner");
        traffic.people.execute(() -> traffic.readPages(reader));
        traffic.people.execute(() -> traffic.propose(program));
        return traffic;
    }

    /** Waits until both have been answered so many times more. */
    void awaitMore(int answers) {
        int pages = read.get() + answers;
        int pilots = proposed.get() + answers;
        Instant giveUp = Instant.now().plusSeconds(120);
        while (read.get() < pages || proposed.get() < pilots) {
            assertThat(Instant.now()).as("%s, %s", this, failures).isBefore(giveUp);
            Ledger.pause(50);
        }
    }

    void end() {
        over = true;
        people.shutdown();
        try {
            assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Titles of the pilots whose proposal was taken. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** What did not go well, one line each. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void readPages(Caller reader) {
        for (int number = 0; !over && number < MOST_REQUESTS; number++) {
            if (number % 2 == 0) {
                note("page", () -> reader.page("/portfolio"));
            } else {
                note("call", () -> reader.get("/api/csrf"));
            }
            read.incrementAndGet();
        }
    }

    /** As the task list does: asks for the newest model and its form, and hands in that very form. */
    private void propose(Caller program) {
        for (int number = 0; !over && number < MOST_REQUESTS; number++) {
            Map<String, Object> intake = Cases.intake(Cases.LOW);
            intake.put("title", "Proposed " + number);
            String of = "proposal " + number;
            note(of + ", model", () -> program.get("/engine-rest/process-definition/key/pilotJourney"))
                    .map(model -> "/engine-rest/process-definition/" + model.text("id"))
                    .flatMap(model -> note(of + ", form", () -> program.get(model + "/deployed-start-form"))
                            .map(form -> Map.of("variables", values(FormFiller.fillText(form.body(), intake))))
                            .flatMap(answers -> note(of, () -> program.post(model + "/submit-form", answers))))
                    .ifPresent(taken -> acknowledged.add(String.valueOf(intake.get("title"))));
            proposed.incrementAndGet();
        }
    }

    /** @return the answer, if it is what was hoped for */
    private Optional<Caller.Answer> note(String what, Supplier<Caller.Answer> question) {
        requests.incrementAndGet();
        Instant asked = Instant.now();
        Caller.Answer answer;
        try {
            answer = question.get();
        } catch (RuntimeException e) {
            failures.add(what + ": " + e);
            return Optional.empty();
        }
        longest.accumulateAndGet(Duration.between(asked, Instant.now()).toMillis(), Math::max);
        if (answer.status() / 100 == 2) {
            return Optional.of(answer);
        }
        failures.add(what + ": " + answer.status() + " " + answer.body());
        return Optional.empty();
    }

    private static Map<String, Object> values(Map<String, Object> answers) {
        Map<String, Object> values = new HashMap<>();
        answers.forEach((key, value) -> values.put(
                key,
                value instanceof List<?> list
                        ? Map.of("type", "Json", "value", "[\"" + String.join("\",\"", texts(list)) + "\"]")
                        : Map.of("value", value)));
        return values;
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        end();
    }

    @Override
    public String toString() {
        return requests + " requests while nodes were replaced, " + failures.size() + " of them failed; " + read
                + " pages were read and " + acknowledged.size() + " of " + proposed
                + " proposed pilots taken; the slowest answer took " + longest + " ms";
    }
}
