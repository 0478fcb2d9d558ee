package io.pilotage.audit;

import java.time.Instant;

/**
 * An entry as the trail holds it.
 *
 * @param number position in the trail of its case, from one without gaps
 * @param at when it happened, in whole seconds
 * @param detailsHash SHA-256 of the details as they are stored, hexadecimal
 */
public record RecordedEntry(long number, Instant at, TrailEntry entry, String detailsHash) {}
