package io.pilotage.seal;

import io.pilotage.verify.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sealed version of what was agreed on a case.
 *
 * @param version 1 for the first; every change is sealed under the next number
 * @param content canonical JSON (RFC 8785); persons stand in it as commitments and can be erased
 * @param sha256 of the content in UTF-8, hexadecimal
 * @param previous hash of the version before; null for the first
 * @param entryNumber entry of the case's chain that holds the same text: who sealed it, who asked for the change and why
 */
public record Seal(
        String pilotKey,
        SealKind kind,
        int version,
        String content,
        String sha256,
        @Nullable String previous,
        long entryNumber,
        Instant sealedAt) {

    /** Whether the text is the one that the hash was made of. */
    boolean isWhole() {
        return Sha256.hex(content).equals(sha256);
    }
}
