package io.pilotage.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/** The engine's clock as everybody's clock, so that moving it in a test moves deadlines, entries and mails alike. */
final class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new EngineClock(zone);
    }
}
