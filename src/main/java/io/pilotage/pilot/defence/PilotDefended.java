package io.pilotage.pilot.defence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A pilot in question goes on with new limits and a day on which it is judged again.
 *
 * @param criterion what was defended and is not defended again
 */
public record PilotDefended(
        String pilotKey, String criterion, LocalDate judgeOn, List<Defence.Limit> limits, Instant at) {}
