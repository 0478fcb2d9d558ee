package io.pilotage.adoption;

import java.time.Instant;

/**
 * Nobody measured a period before the next one was over.
 *
 * @param inARow how many periods in a row are missed, this one included
 */
public record MeasurementMissed(Period period, int inARow, Instant at) {}
