package io.pilotage.pilot;

import io.pilotage.workflow.Refused;
import java.time.LocalDate;

/** How long the records of a pilot must outlive it. */
public final class RecordKeeping {

    private static final int MONTHS = 6;

    private RecordKeeping() {}

    /** @throws Refused when records would be kept less than half a year after the last day of use */
    public static void check(LocalDate lastUse, LocalDate keptUntil) {
        LocalDate earliest = lastUse.plusMonths(MONTHS);
        if (keptUntil.isBefore(earliest)) {
            throw new Refused("pilot.records.tooShort", earliest);
        }
    }
}
