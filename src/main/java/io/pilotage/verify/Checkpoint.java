package io.pilotage.verify;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement of all that was in the trail at a moment: the root of the tree over the heads of all chains.
 *
 * @param content canonical JSON: {@code at}, {@code key}, {@code number}, {@code previous}, {@code root}, {@code size}
 * @param signature Ed25519 over the content in UTF-8 by the key that the content names, Base64
 */
public record Checkpoint(String content, String signature) {

    /** SHA-256 of the content; the next checkpoint names it. */
    public String hash() {
        return Sha256.hex(content);
    }

    /** @throws IllegalArgumentException when the content is no checkpoint */
    public Statement statement() {
        Map<String, @Nullable Object> stated = Json.object(content);
        return new Statement(
                Json.number(stated, "number"),
                Instant.parse(Json.text(stated, "at")),
                Json.number(stated, "size"),
                Json.text(stated, "root"),
                Json.text(stated, "previous"),
                Json.text(stated, "key"));
    }

    /**
     * What a checkpoint states.
     *
     * @param number from one without gaps
     * @param size leaves of the tree
     * @param root of the tree, hexadecimal
     * @param previous hash of the checkpoint before
     * @param key id of the key that signed
     */
    public record Statement(long number, Instant at, long size, String root, String previous, String key) {}
}
