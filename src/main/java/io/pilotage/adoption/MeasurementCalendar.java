package io.pilotage.adoption;

import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.workflow.DecisionTables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which days a measurement is about: each period begins where the last one ended, so that no day goes unmeasured. */
@Component
public class MeasurementCalendar {

    private final MeasurementPeriods periods;
    private final PilotManagement pilots;
    private final DecisionTables tables;

    MeasurementCalendar(MeasurementPeriods periods, PilotManagement pilots, DecisionTables tables) {
        this.periods = periods;
        this.pilots = pilots;
        this.tables = tables;
    }

    /** The period that ends at the given moment. */
    public Period endingAt(String pilotKey, Instant end) {
        LocalDate ends = day(end);
        LocalDate begins = periods.findByPilotKeyOrderByEndsOnDesc(pilotKey).stream()
                .map(measured -> measured.period().ends())
                .filter(earlier -> earlier.isBefore(ends))
                .findFirst()
                .orElseGet(() -> day(pilots.get(pilotKey).phaseSince()));
        return new Period(pilotKey, begins, ends);
    }

    /** The period being measured, as long as the decision table {@code measurementCadence} makes it. */
    public Period current(String pilotKey) {
        Pilot pilot = pilots.get(pilotKey);
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        inputs.put("adopted", pilot.status() == PilotStatus.ADOPTED);
        long days = tables.ruleRow("measurementCadence", inputs).get("days") instanceof Number number
                ? number.longValue()
                : 0;
        LocalDate begins = periods.findByPilotKeyOrderByEndsOnDesc(pilotKey).stream()
                .map(measured -> measured.period().ends())
                .findFirst()
                .orElseGet(() -> day(pilot.phaseSince()));
        return new Period(pilotKey, begins, begins.plusDays(days));
    }

    /** The day the pilot went into production, as far as its periods tell. */
    public LocalDate production(String pilotKey) {
        List<MeasurementPeriod> measured = periods.findByPilotKeyOrderByEndsOnDesc(pilotKey);
        return measured.isEmpty()
                ? day(pilots.get(pilotKey).phaseSince())
                : measured.get(measured.size() - 1).period().begins();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
