package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.portfolio.PortfolioFigures.AnswerShare;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers that need a look at every passage or accountability. They move slowly, so each node counts them at most once
 * in half a minute, however many people look at the page.
 */
@Repository
class SlowFigures {

    private static final Duration FRESH = Duration.ofSeconds(30);

    /** The roles that every charter needs (gate G1). */
    private static final List<String> ROLES =
            List.of("bu-sponsor", "decision-owner", "pilot-owner", "frontline-lead", "finance-partner");

    private final JdbcClient jdbc;
    private final PaceFigures pace;
    private final Clock clock;
    private volatile @Nullable Counted counted;

    SlowFigures(JdbcClient jdbc, PaceFigures pace, Clock clock) {
        this.jdbc = jdbc;
        this.pace = pace;
        this.clock = clock;
    }

    /** Days in a phase of those who left it. */
    record Days(@Nullable Double median, @Nullable Double slow) {}

    private record Counted(
            Instant at,
            Days[] days,
            List<AnswerShare> answers,
            long reworked,
            List<Cohort> cohorts,
            List<WaitedFor> waits) {}

    Days[] days() {
        return counted().days();
    }

    List<AnswerShare> answers() {
        return counted().answers();
    }

    long reworked() {
        return counted().reworked();
    }

    List<Cohort> cohorts() {
        return counted().cohorts();
    }

    List<WaitedFor> waits() {
        return counted().waits();
    }

    /** Counts anew at the next look. */
    void forget() {
        counted = null;
    }

    private Counted counted() {
        Counted before = counted;
        Instant now = clock.instant();
        if (before != null && Duration.between(before.at(), now).abs().compareTo(FRESH) < 0) {
            return before;
        }
        Counted fresh = new Counted(now, countDays(), countAnswers(), countReworked(), pace.cohorts(), pace.waits());
        counted = fresh;
        return fresh;
    }

    private Days[] countDays() {
        Map<String, Long> left = new HashMap<>();
        jdbc.sql("select phase, count(*) from phase_passage where days is not null group by phase")
                .query((ResultSet row) -> {
                    left.put(row.getString(1), row.getLong(2));
                });
        Days[] days = new Days[Phase.values().length];
        for (Phase phase : Phase.values()) {
            long count = left.getOrDefault(phase.name(), 0L);
            days[phase.ordinal()] =
                    count == 0 ? new Days(null, null) : new Days(at(phase, count / 2), at(phase, count * 9 / 10));
        }
        return days;
    }

    private @Nullable Double at(Phase phase, long rank) {
        return jdbc.sql("select days from phase_passage where phase = ? and days is not null order by days limit 1"
                        + " offset " + rank)
                .param(phase.name())
                .query(Double.class)
                .optional()
                .orElse(null);
    }

    private List<AnswerShare> countAnswers() {
        long open = jdbc.sql("select count(*) from pilot p where " + Conditions.OPEN)
                .query(Long.class)
                .single();
        Map<String, long[]> held = new HashMap<>();
        jdbc.sql("select a.role_group, count(a.accepted_at), count(*) from accountability a join pilot p"
                        + " on p.pilot_key = a.pilot_key where a.person is not null and " + Conditions.OPEN
                        + " group by a.role_group")
                .query((ResultSet row) -> {
                    held.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)});
                });
        List<AnswerShare> answers = new ArrayList<>();
        for (String role : ROLES) {
            long[] counts = held.getOrDefault(role, new long[2]);
            answers.add(new AnswerShare(role, counts[0], counts[1] - counts[0], open - counts[1]));
        }
        return answers;
    }

    private long countReworked() {
        return jdbc.sql("select count(distinct pilot_key) from gate_decision where outcome = 'REWORK'")
                .query(Long.class)
                .single();
    }
}
