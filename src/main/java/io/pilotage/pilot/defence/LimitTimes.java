package io.pilotage.pilot.defence;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.DecisionTables;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When a limit is asked for and when it decides, as the decision table {@code limitTiming} says. */
@Component
class LimitTimes {

    private final PilotManagement pilots;
    private final DecisionTables tables;

    LimitTimes(PilotManagement pilots, DecisionTables tables) {
        this.pilots = pilots;
        this.tables = tables;
    }

    /** For the process: {@code limitAsk}, when somebody is asked, and {@code limitDue}, when the day is over (UTC). */
    Map<String, Object> of(WatchedLimit limit) {
        LocalDate day = limit.dueOn();
        return Map.of(
                "limitAsk", start(day.minusDays(days(limit, "askDays"))),
                "limitDue", start(day.plusDays(1 + days(limit, "graceDays"))));
    }

    /** The first day of which a figure still says something about the day of the limit. */
    LocalDate oldest(WatchedLimit limit) {
        return limit.dueOn().minusDays(days(limit, "oldestDays"));
    }

    private long days(WatchedLimit limit, String output) {
        Pilot pilot = pilots.get(limit.pilotKey());
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        return tables.ruleRow("limitTiming", inputs).get(output) instanceof Number number ? number.longValue() : 0;
    }

    private static Date start(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
