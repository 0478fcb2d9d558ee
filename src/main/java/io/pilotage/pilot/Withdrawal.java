package io.pilotage.pilot;

import io.pilotage.identity.Role;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sponsor takes a pilot back, at any moment of its journey, with a reason of the taxonomy (R5). */
@Service
@Transactional
public class Withdrawal {

    /** As many characters as the engine keeps of a text. */
    private static final int LONGEST_NOTE = 4_000;

    private final PilotManagement pilots;
    private final CaseRights rights;
    private final Journeys journeys;

    Withdrawal(PilotManagement pilots, CaseRights rights, Journeys journeys) {
        this.pilots = pilots;
        this.rights = rights;
        this.journeys = journeys;
    }

    /**
     * Ends the journey; a case without a journey is withdrawn in the registry alone.
     *
     * @param by who withdraws it
     * @throws Refused when the case is over, or when the person is neither its sponsor nor the sponsor's deputy
     */
    public void withdraw(String pilotKey, StallReason reason, @Nullable String note, String by) {
        Pilot pilot = pilots.get(pilotKey);
        if (pilot.status().isFinal()) {
            throw new Refused("pilot.over", pilotKey, pilot.status().words());
        }
        if (!rights.actsFor(pilotKey, Role.BU_SPONSOR, by)) {
            throw new Refused("pilot.withdrawal.notSponsor");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw FieldsRefused.of("note", "site.input.tooLong", LONGEST_NOTE);
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("withdrawalReason", reason.name().toLowerCase(Locale.ROOT));
        variables.put("withdrawalNote", note);
        if (!journeys.tell("pilotWithdrawn", pilotKey, variables)) {
            pilots.become(pilotKey, PilotStatus.WITHDRAWN, reason, note);
        }
        rights.record(pilotKey, by, "pilotWithdrawn", note, Role.BU_SPONSOR);
    }
}
