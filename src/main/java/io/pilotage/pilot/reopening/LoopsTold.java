package io.pilotage.pilot.reopening;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of loops: on the trail of the case, with their price, and to whoever wants to know. */
@Component
class LoopsTold {

    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LoopsTold(Trail trail, Clock clock, ApplicationEventPublisher events) {
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** That somebody questioned what was decided. */
    void asked(Loop loop) {
        Question question = loop.question();
        String role = Objects.requireNonNull(question.askedRole());
        trail.append(TrailEntry.of(loop.pilotKey(), loop.askedAt(), question.askedBy(), "pointReopened")
                .as(role, null)
                .argument("gate", loop.gate().name())
                .argument("loop", loop.number())
                .words("question", question.question())
                .words("evidence", question.evidence())
                .build());
        events.publishEvent(new PointReopened(
                loop.pilotKey(), loop.gate(), loop.number(), role, question.askedBy(), loop.askedAt()));
    }

    /** That a decided point is open again, and for whom. */
    void openedAgain(Loop loop, List<String> concerned, String by) {
        trail.append(TrailEntry.of(loop.pilotKey(), clock.instant(), by, "pointOpenAgain")
                .argument("gate", loop.gate().name())
                .argument("loop", loop.number())
                .argument("roles", concerned)
                .build());
    }

    /** How a loop ended, what it took and what the waiting cost. */
    void closed(Loop loop, String by) {
        Instant at = Objects.requireNonNull(loop.closedAt());
        trail.append(TrailEntry.of(loop.pilotKey(), at, by, "loopClosed")
                .argument("gate", loop.gate().name())
                .argument("loop", loop.number())
                .argument("loopOutcome", Objects.requireNonNull(loop.outcome()).name())
                .argument("days", loop.days(at))
                .argument("cost", loop.cost(at).map(BigDecimal::toPlainString).orElse("–"))
                .words("reason", loop.answer())
                .build());
    }
}
