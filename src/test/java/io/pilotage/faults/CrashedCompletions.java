package io.pilotage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.StoredChains;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.MySqlServer;
import io.pilotage.workflow.FormFiller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A person completes a task, and at every step of the request in turn the connection breaks or the process dies. After
 * each fault: the engine says that the task is done, the module that the role is accepted, and the trail that it was
 * completed, or none of them does.
 */
final class CrashedCompletions implements AutoCloseable {

    private static final String TASK = "acceptAccountability";
    private static final String PERSON = "decision-owner";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path demand = Path.of("target", "fault-" + System.nanoTime());
    private final String database = MySqlServer.shared().freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "root", ""));
    private ApplicationProcess node;
    private int faults;
    private int completed;

    CrashedCompletions() {
        node = start();
    }

    private ApplicationProcess start() {
        return ApplicationProcess.launch(
                        "crashed-completions",
                        Map.of("FAULT_FILE", demand.toAbsolutePath().toString()),
                        List.of(
                                "--spring.datasource.url=" + database,
                                "--spring.datasource.username=root",
                                "--spring.datasource.password=",
                                "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                                "--pilotage.sample=false",
                                "--pilotage.audit.checkpoint-cron=-",
                                "--pilotage.audit.check-cron=-",
                                "--pilotage.audit.key-file=target/audit-key",
                                "--pilotage.mail.delivery=keep"),
                        FaultyPilotage.class)
                .untilItAnswers();
    }

    /** How many statements and commits a request that completes the task takes. */
    int steps() {
        String key = propose();
        want("count 0");
        assertThat(submit(key)).as("without a fault").isLessThan(300);
        want("none 0");
        assertBoth(key, 1);
        try {
            return Integer.parseInt(Files.readString(demand.resolveSibling(demand.getFileName() + ".steps")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The connection breaks at each of the steps; what was not done is done again until it is. */
    void breakAt(int first, int last) {
        String key = propose();
        for (int step = first; step <= last; step++) {
            want("break " + step);
            submit(key);
            want("none 0");
            faults++;
            if (assertBoth(key)) {
                completed++;
                key = propose();
            }
        }
        if (submit(key) < 300) {
            assertBoth(key, 1);
        }
    }

    /** The process dies at the step, and another one is started. @return whether the task was done all the same */
    boolean haltAt(int step) {
        String key = propose();
        want("halt " + step);
        submit(key);
        want("none 0");
        faults++;
        assertThat(node.untilItEnds()).as("dead at step " + step).isEqualTo(137);
        boolean done = assertBoth(key);
        node = start();
        if (!done) {
            assertThat(submit(key)).isLessThan(300);
            assertBoth(key, 1);
        }
        return done;
    }

    /** What was seen, in one line; every chain of the database holds. */
    String judge() {
        StoredChains.Verdict verdict = StoredChains.check(jdbc, "1 = 1");
        assertThat(verdict.problems()).isEmpty();
        return faults + " faults, " + completed
                + " of them after the commit; never a decision without its entry, nor the" + " reverse; "
                + verdict.entries() + " entries in " + verdict.chains() + " chains, all unbroken";
    }

    private void assertBoth(String key, int times) {
        assertThat(assertBoth(key)).isEqualTo(times == 1);
    }

    /** @return whether the task is done, by the word of engine, module and trail */
    private boolean assertBoth(String key) {
        long engine = number("select count(*) from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_"
                + " where p.BUSINESS_KEY_ = '" + key + "' and t.TASK_DEF_KEY_ = '" + TASK
                + "' and t.DELETE_REASON_ = 'completed'");
        long module = number("select count(*) from accountability where pilot_key = '" + key + "' and role_group = '"
                + PERSON + "' and accepted_at is not null");
        long trail = number("select count(*) from trail_entry where chain = '" + key
                + "' and kind = 'completed' and element_id = '" + TASK + "'");
        assertThat(List.of(engine, module, trail))
                .as("engine, module, trail of " + key)
                .isIn(List.of(0L, 0L, 0L), List.of(1L, 1L, 1L));
        return trail == 1;
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private String propose() {
        Map<String, Object> answers = FormFiller.fill("submitIntake", Cases.intake(Cases.LOW), Map.of());
        Caller.Answer begun = machine("pilot-owner")
                .post(
                        "/engine-rest/process-definition/key/pilotJourney/submit-form",
                        Map.of("variables", typed(answers)));
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        String key = begun.text("businessKey");
        new Ledger(database)
                .await(
                        "select count(*) from inbox_task where pilot_key = '" + key + "' and task_id = '" + TASK
                                + "' and assignee = '" + PERSON + "'",
                        1);
        return key;
    }

    /** @return the status, or 999 when nobody answered any more */
    private int submit(String key) {
        try {
            String task = task(key);
            if (task.isEmpty()) {
                return 999;
            }
            Map<String, Object> answers = FormFiller.fill(
                    TASK, Map.of("decision", "accept"), Map.of("context", Map.of("pilot", Map.of("tier", "low"))));
            return machine(PERSON)
                    .post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", typed(answers)))
                    .status();
        } catch (UncheckedIOException gone) {
            return 999;
        }
    }

    private String task(String key) {
        return jdbc
                .sql("select engine_task_id from inbox_task where pilot_key = ? and task_id = ?")
                .params(key, TASK)
                .query(String.class)
                .list()
                .stream()
                .filter(id -> number("select count(*) from ACT_RU_TASK where ID_ = '" + id + "' and ASSIGNEE_ = '"
                                + PERSON + "'")
                        == 1)
                .findFirst()
                .orElse("");
    }

    private Caller machine(String person) {
        return Caller.machine(node.port(), person);
    }

    private static Map<String, Map<String, Object>> typed(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> typed(answer.getValue())));
    }

    private static Map<String, Object> typed(Object value) {
        JsonNode node = JSON.valueToTree(value);
        return node.isArray() || node.isObject()
                ? Map.of("value", node.toString(), "type", "Json")
                : Map.of("value", value);
    }

    private void want(String fault) {
        try {
            Files.writeString(demand, fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
