package io.pilotage.faults;

import io.pilotage.Pilotage;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/** The product on a later day: its clock is ahead by the milliseconds of the variable {@code AHEAD}. */
public final class LaterPilotage {

    private LaterPilotage() {}

    public static void main(String[] arguments) {
        ClockUtil.offset(Long.parseLong(System.getenv("AHEAD")));
        Pilotage.main(arguments);
    }
}
