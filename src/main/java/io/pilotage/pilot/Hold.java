package io.pilotage.pilot;

import io.pilotage.identity.Role;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a hold before its date. */
@Service
@Transactional
public class Hold {

    private static final List<String> MESSAGES =
            List.of("holdLifted", "roiHoldLifted", "governanceHoldLifted", "operableHoldLifted");

    private final PilotManagement pilots;
    private final CaseRights rights;
    private final Journeys journeys;

    Hold(PilotManagement pilots, CaseRights rights, Journeys journeys) {
        this.pilots = pilots;
        this.rights = rights;
        this.journeys = journeys;
    }

    /**
     * Puts the held gate to its signers again.
     *
     * @param by who lifts it
     * @throws Refused when the case is not held, or when the person is neither sponsor nor governance chair
     */
    public void lift(String pilotKey, String by) {
        if (pilots.get(pilotKey).status() != PilotStatus.HELD) {
            throw new Refused("pilot.notHeld", pilotKey);
        }
        if (!rights.actsFor(pilotKey, Role.BU_SPONSOR, by) && !rights.actsFor(pilotKey, Role.GOVERNANCE_CHAIR, by)) {
            throw new Refused("pilot.hold.notYours");
        }
        MESSAGES.forEach(message -> journeys.tell(message, pilotKey, Map.of()));
        pilots.resume(pilotKey);
        rights.record(pilotKey, by, "holdLifted", null, Role.BU_SPONSOR, Role.GOVERNANCE_CHAIR);
    }
}
