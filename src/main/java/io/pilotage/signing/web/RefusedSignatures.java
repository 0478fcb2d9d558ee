package io.pilotage.signing.web;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.workflow.SignatureRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps on the trail of the case that somebody could not show who they are when they were about to sign. */
@Component
class RefusedSignatures {

    private final Trail trail;
    private final Clock clock;

    RefusedSignatures(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** @param messageKey of the sentence that the person read */
    void record(SignatureRequest asked, String person, String messageKey) {
        trail.appendRefusal(TrailEntry.of(asked.pilotKey(), clock.instant(), person, "refused")
                .element(asked.processId(), null, asked.taskId())
                .argument("message", messageKey)
                .words("arguments", "[]")
                .build());
    }
}
