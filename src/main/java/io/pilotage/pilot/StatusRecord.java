package io.pilotage.pilot;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts every change of a case's status on its trail, whatever it comes from: a gate, a deadline, a limit, a person. */
@Component
class StatusRecord {

    private final Trail trail;

    StatusRecord(Trail trail) {
        this.trail = trail;
    }

    /** @param before the status before; nothing is written when it is still the same */
    void changed(Pilot pilot, PilotStatus before, Instant at) {
        if (pilot.status() != before) {
            StallReason reason = pilot.stallReason();
            trail.append(TrailEntry.of(pilot.key(), at, TrailEntry.PRODUCT, "statusChanged")
                    .phase(pilot.phase().process())
                    .argument("statusBefore", before.name())
                    .argument("status", pilot.status().name())
                    .argument("reason", reason == null ? null : reason.code())
                    .build());
        }
    }
}
