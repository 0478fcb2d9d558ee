package io.pilotage.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds each sealed text of a case against its hash and against the version before it, and each signature under a seal
 * against the seal. The text is a part of its entry's canonical JSON, and so is canonical itself.
 */
final class SealCheck {

    /** Kind of the entry that holds a sealed text. */
    static final String SEALED = "sealed";

    /** Kind of the entry that holds signatures under seals. */
    static final String SIGNED = "sealSigned";

    private final Map<String, List<String>> hashes = new HashMap<>();

    /** Judges an entry that fits into its chain; adds what is wrong with its seal. */
    void next(ChainEntry entry, Map<String, @Nullable Object> content, Findings findings) {
        try {
            if (SEALED.equals(content.get("kind"))) {
                sealed(entry.content(), Json.asObject(content.get("details")));
            } else if (SIGNED.equals(content.get("kind"))) {
                for (Object one :
                        Json.asList(Json.asObject(content.get("details")).get("seals"))) {
                    signed(Json.asObject(one));
                }
            }
        } catch (IllegalArgumentException wrong) {
            findings.add(entry.place(), String.valueOf(wrong.getMessage()));
        }
    }

    private void sealed(String entry, Map<String, @Nullable Object> details) {
        String seal = Json.text(details, "seal");
        String hash = Json.text(details, "sha256");
        long version = Json.number(details, "version");
        List<String> before = hashes.computeIfAbsent(seal, kind -> new ArrayList<>());
        if (version != before.size() + 1L) {
            throw new IllegalArgumentException(
                    "the seal '" + seal + "' has version " + version + " and should have " + (before.size() + 1));
        }
        String previous = before.isEmpty() ? null : before.get(before.size() - 1);
        if (!Objects.equals(details.get("previous"), previous)) {
            throw new IllegalArgumentException(
                    "the seal '" + seal + "', version " + version + ", does not name the version before it");
        }
        before.add(hash);
        if (!Sha256.hex(JsonPart.of(entry, "details", "content")).equals(hash)) {
            throw new IllegalArgumentException(
                    "the sealed text of '" + seal + "', version " + version + ", is not what its hash was made of");
        }
    }

    private void signed(Map<String, @Nullable Object> signature) {
        String seal = Json.text(signature, "seal");
        long version = Json.number(signature, "version");
        List<String> known = hashes.getOrDefault(seal, List.of());
        if (version < 1
                || version > known.size()
                || !known.get((int) version - 1).equals(Json.text(signature, "sha256"))) {
            throw new IllegalArgumentException(
                    "a signature stands under version " + version + " of the seal '" + seal + "', which is not there");
        }
    }
}
