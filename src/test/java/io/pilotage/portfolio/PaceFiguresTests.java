package io.pilotage.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each number of the quarters and of the waiting is what its list holds. */
@PilotageTest
class PaceFiguresTests {

    private static final Quarter QUARTER = new Quarter(2098, 3);
    private static final String ROLE = "pace-test";

    @Autowired
    PaceFigures pace;

    @Autowired
    Portfolio portfolio;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @AfterEach
    void clear() {
        for (String table : new String[] {"gate_decision", "waited_task", "pilot"}) {
            jdbc.sql("delete from " + table + " where pilot_key like 'PACE-%'").update();
        }
    }

    @Test
    void quarterCountsItsPilotsByHowFarTheyCame() {
        chartered("PACE-1", "DISCOVERY", "ACTIVE", "2098-07-01 00:00:00");
        chartered("PACE-2", "ADOPTION_MEASUREMENT", "ACTIVE", "2098-09-30 23:59:59");
        chartered("PACE-3", "ADOPTION_MEASUREMENT", "ADOPTED", "2098-08-01 10:00:00");
        gate("PACE-3", "G1", "GO_CONDITIONAL", "2098-10-02 10:00:00");
        chartered("PACE-4", "ROLLOUT", "ACTIVE", "2098-10-01 00:00:00");
        chartered("PACE-5", "ADOPTION_MEASUREMENT", "RETIRED", "2098-09-01 00:00:00");
        gate("PACE-5", "G6", "GO", "2098-12-01 00:00:00");

        Cohort cohort = pace.cohorts().get(1);
        assertThat(cohort).isEqualTo(new Cohort(QUARTER, 4, 3, 2));
        assertThat(cohort.productionRate()).isEqualTo(75);
        assertThat(cohort.adoptionRate()).isEqualTo(67);
        assertThat(pace.cohorts().get(0)).isEqualTo(new Cohort(new Quarter(2098, 4), 1, 0, 0));
        assertThat(portfolio.count(filter(null, false, null))).isEqualTo(4);
        assertThat(portfolio.count(filter(Phase.ADOPTION_MEASUREMENT, false, null)))
                .isEqualTo(3);
        assertThat(portfolio.count(filter(null, true, null))).isEqualTo(2);
    }

    @Test
    void waitsOfARoleCountWhenTheyEndedLately() {
        for (int days = 1; days <= 9; days++) {
            waited("PACE-" + days, Duration.ofDays(days), Duration.ZERO);
        }
        waited("PACE-old", Duration.ofDays(300), PaceFigures.LATELY.plusDays(1));
        assertThat(pace.waits()).contains(new WaitedFor(ROLE, 0, 5.0, 9.0));
    }

    @Test
    void taskThatEndsLeavesItsWait() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        assertThat(portfolio.count(filter(null, false, "decision-owner"))).isPositive();
        assertThat(waiting("decision-owner").open()).isPositive();
        time.moveBy(Duration.ofDays(2));
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of());
        assertThat(jdbc.sql("select timestampdiff(hour, opened_at, ended_at) from waited_task"
                                + " where pilot_key = ? and role_group = 'decision-owner'")
                        .param(pilot)
                        .query(Integer.class)
                        .single())
                .isEqualTo(48);
        assertThat(waiting("decision-owner").medianDays()).isNotNull();
    }

    private WaitedFor waiting(String role) {
        return pace.waits().stream()
                .filter(wait -> wait.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static PortfolioFilter filter(@Nullable Phase reached, boolean adopted, @Nullable String waitsFor) {
        return new PortfolioFilter(
                null,
                reached,
                null,
                false,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                adopted,
                false,
                false,
                waitsFor == null ? QUARTER : null,
                waitsFor,
                null);
    }

    private void chartered(String key, String phase, String status, String at) {
        pilot(key, phase, status);
        gate(key, "G1", "GO", at);
    }

    private void pilot(String key, String phase, String status) {
        jdbc.sql("insert into pilot (pilot_key, title, phase, phase_since, status, status_since, created_at, version)"
                        + " values (?, 'Pace', ?, '2098-01-01', ?, '2098-01-01', '2098-01-01', 0)")
                .params(key, phase, status)
                .update();
    }

    private void gate(String key, String gate, String outcome, String at) {
        jdbc.sql("insert into gate_decision (id, pilot_key, gate, round, outcome, signers, decided_at)"
                        + " values (?,?,?,1,?,'',?)")
                .params(key + gate + outcome, key, gate, outcome, at)
                .update();
    }

    /** @param ago when it ended */
    private void waited(String key, Duration took, Duration ago) {
        Instant ended = clock.instant().minus(ago);
        jdbc.sql("insert into waited_task (engine_task_id, pilot_key, role_group, opened_at, ended_at)"
                        + " values (?,?,?,?,?)")
                .params(key, key, ROLE, ImportRuns.utc(ended.minus(took)), ImportRuns.utc(ended))
                .update();
    }
}
