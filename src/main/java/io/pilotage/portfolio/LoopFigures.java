package io.pilotage.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often what was decided was looped, what the waiting cost, and which function asks late (R78, R108, R115). */
@Repository
public class LoopFigures {

    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final JdbcClient jdbc;
    private final Clock clock;

    LoopFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Questions of one role that came after the review began or after the decision. */
    public record LateQuestions(String role, long questions) {}

    /** All loops of pilots that count in one currency; the cost in whole units, null when nothing was sealed. */
    public record Delay(String currency, long loops, long days, BigDecimal cost) {}

    /** Late questions by role, most first. */
    public List<LateQuestions> lateQuestions() {
        return jdbc.sql("select q.role_group, count(*) as n from (select role_group from function_mark"
                        + " where kind = 'lateQuestion' union all select asked_role as role_group from decision_loop"
                        + " where kind = 'REOPENING') q group by q.role_group order by n desc, q.role_group")
                .query((row, number) -> new LateQuestions(row.getString(1), row.getLong(2)))
                .list();
    }

    /** What loops cost, by currency; a loop whose risk nobody owned held nothing up. */
    public List<Delay> delays() {
        Map<String, Delay> byCurrency = new TreeMap<>();
        Instant now = clock.instant();
        jdbc.sql("select coalesce(currency, ''), coalesce(cost_per_day, 0), asked_at, closed_at from decision_loop"
                        + " where outcome is null or outcome <> 'NOT_OWNED'")
                .query((ResultSet row) -> {
                    LocalDateTime closed = row.getObject(4, LocalDateTime.class);
                    Instant end = closed == null ? now : closed.toInstant(ZoneOffset.UTC);
                    Instant asked = row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                    long days = Math.max(
                            1, (Duration.between(asked, end).toSeconds() + SECONDS_OF_A_DAY - 1) / SECONDS_OF_A_DAY);
                    BigDecimal cost = row.getBigDecimal(2).multiply(BigDecimal.valueOf(days));
                    byCurrency.merge(row.getString(1), new Delay(row.getString(1), 1, days, cost), LoopFigures::both);
                });
        List<Delay> delays = new ArrayList<>();
        byCurrency
                .values()
                .forEach(sum -> delays.add(new Delay(
                        sum.currency(), sum.loops(), sum.days(), sum.cost().setScale(0, RoundingMode.HALF_UP))));
        return delays;
    }

    private static Delay both(Delay one, Delay other) {
        return new Delay(
                one.currency(),
                one.loops() + other.loops(),
                one.days() + other.days(),
                one.cost().add(other.cost()));
    }
}
