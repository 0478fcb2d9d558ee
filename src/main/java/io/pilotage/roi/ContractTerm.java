package io.pilotage.roi;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.defence.KillCause;
import io.pilotage.pilot.defence.KillOrDefend;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a decision contract after its last day: nobody's silence renews it (R79). */
@Service
@Transactional
public class ContractTerm {

    private final RoiManagement roi;
    private final KillOrDefend kills;
    private final Trail trail;
    private final Clock clock;

    ContractTerm(RoiManagement roi, KillOrDefend kills, Trail trail, Clock clock) {
        this.roi = roi;
        this.kills = kills;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes down that the contract has expired. */
    public void recordExpired(String pilotKey) {
        String day = roi.contractOf(pilotKey)
                .map(DecisionContract::contractEnds)
                .map(LocalDate::toString)
                .orElse("");
        trail.append(TrailEntry.of(pilotKey, clock.instant(), TrailEntry.PRODUCT, "contractExpired")
                .argument("day", day)
                .build());
    }

    /** Nobody answers for the decision any more: the pilot is defended or it stops. */
    public void giveUp(String pilotKey, String reason, String by, Instant at) {
        trail.append(TrailEntry.of(pilotKey, at, by, "contractGivenUp")
                .words("why", reason)
                .build());
        kills.open(pilotKey, new KillCause(reason, null, null, LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }
}
