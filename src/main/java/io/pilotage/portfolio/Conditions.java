package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as SQL over the table {@code pilot p}, values always as parameters. */
final class Conditions {

    /** Statuses of cases that are not over. */
    static final String OPEN = "p.status not in ('MERGED','STOPPED','WITHDRAWN','RETIRED')";

    private static final int MOST_WORDS = 6;
    private static final String LATE = "exists (select 1 from task_deadline d where d.pilot_key = p.pilot_key"
            + " and d.closed_at is null and d.paused_at is null and d.due_at < ?";

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final Instant now;

    private Conditions(Instant now) {
        this.now = now;
    }

    /** Everything the filter asks. */
    static Conditions of(PortfolioFilter filter, Instant now) {
        Conditions conditions = scope(filter, now);
        conditions.equal("p.phase", filter.phase());
        conditions.reached(filter.reached());
        conditions.equal("p.status", filter.status());
        conditions.add(filter.open(), OPEN);
        conditions.late(filter);
        conditions.answer(filter);
        conditions.equal("p.stall_reason", filter.stalled());
        conditions.waiting(filter);
        conditions.add(
                filter.adopted(),
                "(p.status = 'ADOPTED' or exists (select 1 from gate_decision g where g.pilot_key = p.pilot_key"
                        + " and g.gate = 'G6' and g.outcome in ('GO','GO_CONDITIONAL')))");
        conditions.add(
                filter.reworked(),
                "exists (select 1 from gate_decision g where g.pilot_key = p.pilot_key and g.outcome = 'REWORK')");
        if (filter.beyondTimeBox()) {
            conditions.add(true, "p.time_box_until < ? and p.phase <> 'ADOPTION_MEASUREMENT' and " + OPEN);
            conditions.parameters.add(LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
        conditions.chartered(filter.chartered());
        if (filter.waitsFor() != null) {
            conditions.add(
                    true, "exists (select 1 from inbox_task i where i.pilot_key = p.pilot_key and i.role_group = ?)");
            conditions.parameters.add(filter.waitsFor());
        }
        conditions.text(filter.text());
        return conditions;
    }

    /** Only the part of the filter that the figures follow: unit and tier. */
    static Conditions scope(PortfolioFilter filter, Instant now) {
        Conditions conditions = new Conditions(now);
        if ("unknown".equals(filter.tier())) {
            conditions.add(true, "p.tier is null");
        } else if (filter.tier() != null) {
            conditions.equal("p.tier", filter.tier().toUpperCase(Locale.ROOT));
        }
        if (filter.unit() != null && !filter.unit().isBlank()) {
            conditions.add(true, "p.business_unit like ? escape '!'");
            conditions.parameters.add(literal(filter.unit().strip()) + "%");
        }
        return conditions;
    }

    String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    /** The same with one clause more. */
    String where(String clause) {
        return clauses.isEmpty() ? " where " + clause : where() + " and " + clause;
    }

    List<Object> parameters() {
        return parameters;
    }

    private void late(PortfolioFilter filter) {
        if (filter.lateRole() != null) {
            add(
                    true,
                    LATE + " and ? in (select coalesce(d.role_group, i.role_group) from inbox_task i"
                            + " where i.process_instance_id = d.process_instance_id and i.task_id = d.task_id))");
            parameters.add(ImportRuns.utc(now));
            parameters.add(filter.lateRole());
        } else if (filter.late()) {
            add(true, LATE + ")");
            parameters.add(ImportRuns.utc(now));
        }
    }

    private void answer(PortfolioFilter filter) {
        if (filter.role() == null || filter.answer() == null) {
            return;
        }
        String held = "exists (select 1 from accountability a where a.pilot_key = p.pilot_key and a.role_group = ?"
                + " and a.person is not null";
        add(true, OPEN);
        add(
                true,
                switch (filter.answer()) {
                    case VACANT -> "not " + held + ")";
                    case NAMED -> held + " and a.accepted_at is null)";
                    case ACCEPTED -> held + " and a.accepted_at is not null)";
                });
        parameters.add(filter.role());
    }

    private void waiting(PortfolioFilter filter) {
        if (filter.waiting() != null) {
            add(
                    true,
                    "exists (select 1 from task_wait w where w.pilot_key = p.pilot_key and w.until is null"
                            + " and w.reason = ?)");
            parameters.add(filter.waiting().name().toLowerCase(Locale.ROOT));
        }
    }

    private void reached(@Nullable Phase phase) {
        if (phase != null && phase.ordinal() > 0) {
            add(
                    true,
                    Arrays.stream(Phase.values())
                            .filter(later -> later.ordinal() >= phase.ordinal())
                            .map(later -> "'" + later.name() + "'")
                            .collect(Collectors.joining(",", "p.phase in (", ")")));
        }
    }

    private void chartered(@Nullable Quarter quarter) {
        if (quarter != null) {
            add(
                    true,
                    "(select min(g.decided_at) from gate_decision g where g.pilot_key = p.pilot_key and g.gate = 'G1'"
                            + " and g.outcome in ('GO','GO_CONDITIONAL')) between ? and ?");
            parameters.add(quarter.begins());
            parameters.add(quarter.ends().minusNanos(1000));
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            return;
        }
        Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .forEach(word -> {
                    add(
                            true,
                            "(lower(p.title) like ? escape '!' or lower(p.business_unit) like ? escape '!'"
                                    + " or p.pilot_key = ?)");
                    parameters.add("%" + literal(word) + "%");
                    parameters.add("%" + literal(word) + "%");
                    parameters.add(word.toUpperCase(Locale.ROOT));
                });
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            add(true, column + " = ?");
            parameters.add(value instanceof Enum<?> constant ? constant.name() : value);
        }
    }

    private void add(boolean asked, String clause) {
        if (asked) {
            clauses.add(clause);
        }
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
