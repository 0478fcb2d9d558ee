package io.pilotage.seal;

import java.time.Instant;

/**
 * That a version was signed; by whom stands in the entry of the chain, from where it can be erased.
 *
 * @param meaning what the signature says, as a code, for example {@code gate.G2}
 */
public record SealSignature(
        String pilotKey, SealKind kind, int version, long entryNumber, String meaning, Instant signedAt) {}
