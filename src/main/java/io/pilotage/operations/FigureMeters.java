package io.pilotage.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pilotage.audit.AuditHead.State;
import io.pilotage.identity.Role;
import io.pilotage.portfolio.ImportRun;
import io.pilotage.workflow.OpenWork.Age;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows the figures to Prometheus. Labels are roles, levels and states, never people or cases. A figure that could not be
 * counted is not a number, rather than the last one.
 */
@Component
class FigureMeters implements MeterBinder {

    private static final List<String> LEVELS = List.of("L0", "L1", "L2", "L3");

    private final FiguresNow figures;

    FigureMeters(FiguresNow figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        List<String> roles = Arrays.stream(Role.values()).map(Role::group).toList();
        for (Age age : Age.values()) {
            for (String role : roles) {
                add(
                        registry,
                        "tasks.open",
                        "Open human tasks",
                        at -> at.open(role, age),
                        "role",
                        role,
                        "age",
                        low(age));
            }
            add(
                    registry,
                    "tasks.open",
                    "Open human tasks",
                    at -> at.openForOthers(roles, age),
                    "role",
                    "other",
                    "age",
                    low(age));
        }
        for (String level : LEVELS) {
            add(
                    registry,
                    "tasks.overdue",
                    "Human tasks past their due date, by the level they escalated to",
                    at -> at.overdue().getOrDefault(level, 0L),
                    "level",
                    level);
        }
        String jobs = "Jobs of the engine by what becomes of them";
        add(registry, "jobs", jobs, at -> at.jobs().due(), "state", "due");
        add(registry, "jobs", jobs, at -> at.jobs().locked(), "state", "locked");
        add(registry, "jobs", jobs, at -> at.jobs().failing(), "state", "failing");
        add(registry, "jobs", jobs, at -> at.jobs().failed(), "state", "failed");
        add(registry, "incidents", "Incidents that are open", Figures::incidents);
        String mails = "Mails in the outbox that are not sent";
        add(registry, "outbox.mails", mails, at -> at.outbox().waiting(), "state", "waiting");
        add(registry, "outbox.mails", mails, at -> at.outbox().failed(), "state", "failed");
        add(registry, "outbox.oldest.seconds", "Age of the mail that waits longest", Figures::oldestMail);
        add(
                registry,
                "trail.entries",
                "Entries of the audit trail",
                at -> at.trail().entries());
        add(
                registry,
                "trail.checkpoint",
                "Number of the newest checkpoint",
                at -> at.trail().checkpoint());
        addAge(registry, "trail.checkpoint.seconds", "Age of the newest checkpoint", State::checkpointAt);
        addAge(registry, "trail.unsealed.seconds", "Age of the oldest unsealed entry", State::oldestUnsealedAt);
        addAge(registry, "trail.check.seconds", "Time since the trail was checked", State::checkedAt);
        add(
                registry,
                "trail.problems",
                "What the last check found",
                at -> at.trail().problems());
        for (ImportRun.State state : ImportRun.State.values()) {
            add(
                    registry,
                    "import.runs",
                    "Runs of imports",
                    at -> at.imports().getOrDefault(state, 0L),
                    "state",
                    low(state));
        }
        Gauge.builder("pilotage.figures.readable", figures, now -> now.get().isPresent() ? 1 : 0)
                .description("Whether the figures could be counted the last time")
                .register(registry);
    }

    private void addAge(
            MeterRegistry registry, String name, String description, Function<State, @Nullable Instant> moment) {
        add(registry, name, description, at -> at.secondsSince(moment.apply(at.trail())));
    }

    private void add(
            MeterRegistry registry,
            String name,
            String description,
            ToDoubleFunction<Figures> figure,
            String... labels) {
        Gauge.builder(
                        "pilotage." + name,
                        figures,
                        now -> now.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .tags(labels)
                .register(registry);
    }

    private static String low(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
