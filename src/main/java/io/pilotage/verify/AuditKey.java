package io.pilotage.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public key that checkpoints are signed with, and how it came to follow the one before.
 *
 * @param publicKey X.509 form, Base64
 * @param handover canonical JSON that names {@code key} and {@code after}; null for the first key
 * @param signedByBefore signature of the hand-over by the key before
 * @param signedByThis signature of the hand-over by this key
 */
public record AuditKey(
        String publicKey,
        @Nullable String handover,
        @Nullable String signedByBefore,
        @Nullable String signedByThis) {

    /** Its name: SHA-256 of the key, hexadecimal. @throws IllegalArgumentException when it is no Base64 */
    public String id() {
        return Sha256.hex(Base64.getDecoder().decode(publicKey));
    }

    /** Whether this key signed exactly this text. */
    public boolean signed(String text, @Nullable String signature) {
        if (signature == null) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = Base64.getDecoder().decode(signature);
            // Base64 can be written in several ways; only the usual one counts, so that no change goes unseen.
            return Base64.getEncoder().encodeToString(bytes).equals(signature) && check.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Id of the key before this one, if both signed the hand-over; null when this key follows none. */
    @Nullable String follows(Map<String, AuditKey> keys) {
        if (handover == null) {
            return null;
        }
        Map<String, @Nullable Object> stated = Json.object(handover);
        AuditKey before = keys.get(Json.text(stated, "after"));
        if (before == null || !Json.text(stated, "key").equals(id())) {
            return null;
        }
        return before.signed(handover, signedByBefore) && signed(handover, signedByThis) ? before.id() : null;
    }

    private PublicKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    }
}
