package io.pilotage.pilot.process;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.workflow.DecisionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When a case is measured next, by the decision table {@code measurementCadence}. */
@Component
class MeasurementSchedule {

    private final PilotManagement pilots;
    private final DecisionTables tables;

    MeasurementSchedule(PilotManagement pilots, DecisionTables tables) {
        this.pilots = pilots;
        this.tables = tables;
    }

    /** The end of the period that begins at the given instant, and of the one after it. */
    Map<String, Object> after(String pilotKey, Instant begin) {
        Duration period = Duration.ofDays(days(pilots.get(pilotKey)));
        return Map.of(
                "periodEnd", Date.from(begin.plus(period)),
                "nextPeriodEnd", Date.from(begin.plus(period.multipliedBy(2))));
    }

    private int days(Pilot pilot) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        inputs.put("adopted", pilot.status() == PilotStatus.ADOPTED);
        if (tables.ruleRow("measurementCadence", inputs).get("days") instanceof Number days) {
            return days.intValue();
        }
        throw new IllegalStateException("Decision table measurementCadence gives no number of days");
    }
}
