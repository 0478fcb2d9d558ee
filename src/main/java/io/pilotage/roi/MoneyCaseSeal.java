package io.pilotage.roi;

import io.pilotage.roi.valuation.Valuation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A money case as it was put to the signers: its canonical text, the hash of it, when it was sealed and who signed.
 *
 * @param number 1 for the first seal of a case; each rework is sealed anew
 * @param content canonical JSON of baseline, hypothesis, cost, criteria and contract
 * @param sha256 of the content in UTF-8, hexadecimal
 * @param valuation what it is worth over the years, as JSON with its terms and seed; null before this was kept
 * @param signers login names separated by commas; null until the gate opens
 * @param revokedAt when a condition of the signature was not met
 */
@Table("money_case_seal")
public record MoneyCaseSeal(
        @Id String id,
        String pilotKey,
        int number,
        String content,
        String sha256,
        Instant sealedAt,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) SealedFigures figures,
        @Nullable String valuation,
        @Nullable String signers,
        @Nullable Instant signedAt,
        @Nullable Instant revokedAt,
        @Version @Nullable Integer version) {

    static MoneyCaseSeal of(
            String pilotKey,
            int number,
            String content,
            SealedFigures figures,
            @Nullable Valuation valuation,
            Instant at) {
        return new MoneyCaseSeal(
                UUID.randomUUID().toString(),
                pilotKey,
                number,
                content,
                hash(content),
                at,
                figures,
                valuation == null ? null : CanonicalJson.write(valuation),
                null,
                null,
                null,
                null);
    }

    MoneyCaseSeal signed(List<String> by, Instant at) {
        return new MoneyCaseSeal(
                id,
                pilotKey,
                number,
                content,
                sha256,
                sealedAt,
                figures,
                valuation,
                String.join(",", by),
                at,
                revokedAt,
                version);
    }

    MoneyCaseSeal revoked(Instant at) {
        return new MoneyCaseSeal(
                id, pilotKey, number, content, sha256, sealedAt, figures, valuation, signers, signedAt, at, version);
    }

    /** Whether the text is still the one that was sealed, and says the same as the given one. */
    boolean covers(String current) {
        return hash(content).equals(sha256) && content.equals(current);
    }

    /** The valuation that was sealed. */
    public Optional<Valuation> valued() {
        return Optional.ofNullable(valuation).map(text -> CanonicalJson.read(text, Valuation.class));
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
