package io.pilotage.rollout;

import io.pilotage.identity.Role;
import io.pilotage.pilot.Pilot;
import io.pilotage.workflow.BusinessCalendar;
import io.pilotage.workflow.DecisionTables;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When the review of a ring opens and who reviews it. */
@Component
class RingCalendar {

    private static final String RESTRICTED = "restrictedRelease";

    private final BusinessCalendar calendar;
    private final DecisionTables tables;

    RingCalendar(BusinessCalendar calendar, DecisionTables tables) {
        this.calendar = calendar;
        this.tables = tables;
    }

    /** The review opens as long before the end of the dwell as the table {@code sla} gives it, but not before {@code opened}. */
    Instant reviewOpens(Pilot pilot, Instant opened, Instant dwellEnds) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", "reviewRing");
        inputs.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        double days = tables.ruleRow("sla", inputs).get("due") instanceof Number due ? due.doubleValue() : 0;
        Instant opens = calendar.minus(dwellEnds, days, pilot.proposal().homeRegion());
        return opens.isBefore(opened) ? opened : opens;
    }

    /** The chair reviews ring 0, and every ring on the restricted pathway; the decision owner all others. */
    Role reviewer(Pilot pilot, int ring) {
        return ring == 0 || RESTRICTED.equals(pilot.pathway()) ? Role.GOVERNANCE_CHAIR : Role.DECISION_OWNER;
    }
}
