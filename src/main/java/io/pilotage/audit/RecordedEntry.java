package io.pilotage.audit;

/**
 * An entry as the trail holds it.
 *
 * @param number position in the trail of its case, from one without gaps
 * @param hash SHA-256 of the details as they are stored, hexadecimal
 */
public record RecordedEntry(long number, TrailEntry entry, String hash) {}
