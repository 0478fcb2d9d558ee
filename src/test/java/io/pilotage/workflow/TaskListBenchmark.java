package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.benchmarks.Times;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody waits for who opens Tasklist when 20,000 tasks are open: each filter's first page and its count, with
 * everything that decides who may see what, against the same rows read from the database alone; they take turns.
 */
@PilotageTest
class TaskListBenchmark {

    private static final int TASKS = 20_000;
    private static final int TIMES = 30;
    private static final int WARM = 10;
    private static final List<String> FILTERS = List.of("My tasks", "My roles' tasks", "Overdue", "Due soon");

    private static final String NUMBERS =
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < " + TASKS + ")";

    private static final String BARE = "select distinct t.* from ACT_RU_TASK t join ACT_RU_IDENTITYLINK l on"
            + " l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' where t.ASSIGNEE_ is null and l.GROUP_ID_ in ('pilot-owner')"
            + " order by t.CREATE_TIME_ desc limit 15";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    /** Copies of a real task, for ten roles in turn; one in a hundred is taken, one in three late. */
    @BeforeEach
    void fill() {
        String pilot = cases.standingIn(Phase.DISCOVERY, Cases.LOW);
        String task = cases.tasks(pilot).get(0).getId();
        jdbc.sql("insert /*+ SET_VAR(cte_max_recursion_depth = 200000) */ into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_,"
                        + " PROC_INST_ID_, PROC_DEF_ID_, NAME_, DESCRIPTION_, TASK_DEF_KEY_, ASSIGNEE_, PRIORITY_,"
                        + " CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_) " + NUMBERS
                        + " select concat('bench-', i), 1, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_,"
                        + " DESCRIPTION_, TASK_DEF_KEY_, if(i % 100 = 0, 'pilot-owner', null), PRIORITY_,"
                        + " CREATE_TIME_ + interval i second, CREATE_TIME_ + interval (i % 21 - 7) day, 1"
                        + " from n, ACT_RU_TASK where ID_ = ?")
                .param(task)
                .update();
        jdbc.sql("insert /*+ SET_VAR(cte_max_recursion_depth = 200000) */ into ACT_RU_IDENTITYLINK (ID_, REV_,"
                        + " GROUP_ID_, TYPE_, TASK_ID_) " + NUMBERS
                        + " select concat('bench-', i), 1, elt(1 + i % 10, 'pilot-owner', 'bu-sponsor', 'data-owner',"
                        + " 'finance-partner', 'it-operations', 'decision-owner', 'change-lead', 'legal-review',"
                        + " 'security-review', 'frontline-lead'), 'candidate', concat('bench-', i) from n")
                .update();
        jdbc.sql("analyze table ACT_RU_TASK, ACT_RU_IDENTITYLINK").query().listOfRows();
    }

    @AfterEach
    void empty() {
        jdbc.sql("delete from ACT_RU_IDENTITYLINK where ID_ like 'bench-%'").update();
        jdbc.sql("delete from ACT_RU_TASK where ID_ like 'bench-%'").update();
    }

    @Test
    void listOfARoleAgainstTheBareRows() throws Exception {
        Caller person = Caller.machine(port, "pilot-owner");
        for (String name : FILTERS) {
            String filter = engine.getFilterService()
                    .createTaskFilterQuery()
                    .filterName(name)
                    .singleResult()
                    .getId();
            Times bare = new Times();
            Times list = new Times();
            Times count = new Times();
            for (int i = 0; i < WARM + TIMES; i++) {
                boolean counts = i >= WARM;
                (counts ? list : new Times())
                        .time(() -> assertThat(person.post(
                                                "/engine-rest/filter/" + filter + "/list?firstResult=0&maxResults=15",
                                                Map.of("sorting", List.of()))
                                        .status())
                                .isEqualTo(200));
                (counts ? count : new Times())
                        .time(() -> assertThat(person.get("/engine-rest/filter/" + filter + "/count")
                                        .body())
                                .doesNotContain("\"count\":0}"));
                (counts ? bare : new Times())
                        .time(() ->
                                assertThat(jdbc.sql(BARE).query().listOfRows()).hasSize(15));
            }
            Times.say(
                    "task list of %d open tasks, \"%s\": first page p50 %.0f ms, p95 %.0f ms, %.1f times the bare rows;"
                            + " count p50 %.0f ms",
                    TASKS, name, list.median(), list.at(95), list.median() / bare.median(), count.median());
        }
    }
}
