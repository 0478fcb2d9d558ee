package io.pilotage.pilot.defence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A pilot in question goes on, once, with new limits and a day on which it is judged again. */
public record PilotDefended(String pilotKey, LocalDate judgeOn, List<Defence.Limit> limits, Instant at) {}
