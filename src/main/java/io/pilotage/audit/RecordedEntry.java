package io.pilotage.audit;

/**
 * An entry as the trail holds it.
 *
 * @param number position in its chain, from one without gaps
 * @param hash SHA-256 of the entry's canonical JSON, which names the hash of the entry before; hexadecimal
 */
public record RecordedEntry(long number, TrailEntry entry, String hash) {}
