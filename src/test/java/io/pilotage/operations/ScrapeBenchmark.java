package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.benchmarks.Times;
import io.pilotage.testing.PilotageTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counting costs the database when 100,000 tasks are open, each with its deadline: it happens four times a minute. */
@PilotageTest
class ScrapeBenchmark {

    private static final int LOOKS = 30;
    private static final int TASKS = 100_000;

    private static final String DEEP = "insert /*+ SET_VAR(cte_max_recursion_depth = 200000) */ into ";
    private static final String NUMBERS =
            " with recursive n (i) as (select 1 union all select i + 1 from n where i < " + TASKS
                    + ") select concat('bench-', i), concat('bench-', i), concat('B-', i), 'discovery', 'decideCharter', ";

    @Autowired
    FiguresNow figures;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fill() {
        jdbc.sql(DEEP
                        + "inbox_task (engine_task_id, process_instance_id, pilot_key, process_id, task_id, role_group,"
                        + " opened_at, due_at)" + NUMBERS
                        + "elt(1 + i % 5, 'bu-sponsor', 'data-owner', 'finance-partner', 'it-operations',"
                        + " 'decision-owner'), now() - interval (i % 60) day, now() from n")
                .update();
        jdbc.sql(DEEP
                        + "task_deadline (id, process_instance_id, pilot_key, process_id, task_id, execution_id,"
                        + " region, opened_at, reminder_at, due_at, deputy_at, function_head_at, chair_at,"
                        + " function_head_group, level)" + NUMBERS
                        + "concat('bench-', i), 'DE', now(), now(), now() + interval (i % 20 - 5) day, now(), now(), now(),"
                        + " 'function-head', i % 5 from n")
                .update();
    }

    @AfterEach
    void empty() {
        jdbc.sql("delete from inbox_task where engine_task_id like 'bench-%'").update();
        jdbc.sql("delete from task_deadline where id like 'bench-%'").update();
    }

    @Test
    void countingStaysCheap() throws Exception {
        Times times = new Times();
        for (int look = 0; look < LOOKS; look++) {
            figures.forget();
            times.time(() -> assertThat(figures.get()).isPresent());
        }
        Times.say(
                "figures over %d open tasks: median %.0f ms, p95 %.0f ms, n=%d; counted once every 15 s",
                TASKS, times.median(), times.at(95), LOOKS);
    }
}
