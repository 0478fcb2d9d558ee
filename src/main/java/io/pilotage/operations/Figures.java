package io.pilotage.operations;

import io.pilotage.audit.AuditHead;
import io.pilotage.notification.OutboxCare.OutboxState;
import io.pilotage.portfolio.ImportRun;
import io.pilotage.workflow.EngineLoad.Jobs;
import io.pilotage.workflow.OpenWork.Age;
import io.pilotage.workflow.OpenWork.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is counted, as it was at one moment.
 *
 * @param at when it was counted, by the clock of the product
 */
record Figures(
        Instant at,
        List<Waiting> open,
        Map<String, Long> overdue,
        Jobs jobs,
        long incidents,
        OutboxState outbox,
        AuditHead.State trail,
        Map<ImportRun.State, Long> imports) {

    /** Open tasks of one age that wait for a role. */
    long open(String role, Age age) {
        return open.stream()
                .filter(waiting -> waiting.role().equals(role) && waiting.age() == age)
                .mapToLong(Waiting::tasks)
                .sum();
    }

    /** Open tasks of one age that wait for no role of ours. */
    long openForOthers(java.util.Collection<String> roles, Age age) {
        return open.stream()
                .filter(waiting -> !roles.contains(waiting.role()) && waiting.age() == age)
                .mapToLong(Waiting::tasks)
                .sum();
    }

    /** Seconds since the mail that waits longest was written; zero when none waits. */
    double oldestMail() {
        return secondsSince(outbox.oldestWaiting());
    }

    /** Seconds since a moment; zero when there is none. */
    double secondsSince(@Nullable Instant moment) {
        return moment == null ? 0 : Math.max(0, Duration.between(moment, at).toSeconds());
    }
}
