package io.pilotage.rollout;

import java.time.Instant;

/**
 * A ring as it was just opened.
 *
 * @param ring number from 0
 * @param reviewOpens when its review is put to the reviewer, so many business days before the dwell ends as a review
 *     may take
 * @param reviewer group that reviews it
 */
public record RingOpening(int ring, Instant dwellEnds, Instant reviewOpens, String reviewer, boolean lastRing) {}
