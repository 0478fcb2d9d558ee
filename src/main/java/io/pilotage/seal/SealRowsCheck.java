package io.pilotage.seal;

import io.pilotage.audit.RepeatsTheTrail;
import io.pilotage.seal.SaidTwice.Said;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.JsonPart;
import io.pilotage.verify.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds each sealed text and each signature under one against the entry of the chain that says the same. */
@Component
class SealRowsCheck implements RepeatsTheTrail {

    private final JdbcClient jdbc;

    SealRowsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Comparison compare() {
        return new OfSeals(jdbc);
    }

    private static final class OfSeals implements Comparison {

        private final SaidTwice seals;
        private final SaidTwice signatures;

        OfSeals(JdbcClient jdbc) {
            seals = new SaidTwice(
                    "seal", new RowsByCase(jdbc, "seal", List.of("pilot_key", "kind", "version"), SealRowsCheck::seal));
            signatures = new SaidTwice(
                    "signature under a seal",
                    new RowsByCase(
                            jdbc,
                            "seal_signature",
                            List.of("pilot_key", "kind", "version", "entry_number"),
                            SealRowsCheck::signature));
        }

        @Override
        public void read(ChainEntry entry, Map<String, @Nullable Object> content, Findings findings) {
            EntryDetails told = new EntryDetails(content);
            if ("sealed".equals(content.get("kind"))) {
                seals.byEntry(
                        entry,
                        findings,
                        told.detail("seal"),
                        told.detail("version"),
                        told.detail("sha256"),
                        told.detail("previous"),
                        content.get("at"),
                        sealedHash(entry));
            } else if ("sealSigned".equals(content.get("kind")) && told.detail("seals") instanceof List<?> signed) {
                signed.forEach(one -> {
                    if (one instanceof Map<?, ?> seal) {
                        signatures.byEntry(
                                entry,
                                findings,
                                seal.get("seal"),
                                seal.get("version"),
                                told.argument("meaning"),
                                content.get("at"));
                    }
                });
            }
        }

        @Override
        public void end(Findings findings) {
            seals.end(findings);
            signatures.end(findings);
        }
    }

    private static Said seal(ResultSet row, int number) throws SQLException {
        return Said.of(
                row.getString("pilot_key"),
                row.getLong("entry_number"),
                code(row),
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("previous"),
                Moments.in(row, "sealed_at"),
                Sha256.hex(row.getString("content")));
    }

    private static Said signature(ResultSet row, int number) throws SQLException {
        return Said.of(
                row.getString("pilot_key"),
                row.getLong("entry_number"),
                code(row),
                row.getInt("version"),
                row.getString("meaning"),
                Moments.in(row, "signed_at"));
    }

    /** A kind that is none of ours stays as it is, and so is no entry's. */
    private static String code(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return SealKind.ofName(kind).map(SealKind::code).orElse(kind);
    }

    private static @Nullable String sealedHash(ChainEntry entry) {
        try {
            return Sha256.hex(JsonPart.of(entry.content(), "details", "content"));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
