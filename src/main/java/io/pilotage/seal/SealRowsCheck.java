package io.pilotage.seal;

import io.pilotage.audit.RepeatsTheTrail;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.JsonPart;
import io.pilotage.verify.Sha256;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds each sealed text and each signature under one against the entry of the chain that says the same. */
@Component
class SealRowsCheck implements RepeatsTheTrail {

    private static final int PAGE = 500;

    private static final String SEALS = """
            select pilot_key, kind, version, content, sha256, previous, entry_number from seal
            where (pilot_key, kind, version) > (?, ?, ?) order by pilot_key, kind, version limit ?""";

    private static final String SIGNATURES =
            "select pilot_key, kind, version, entry_number, meaning from seal_signature";

    private final JdbcClient jdbc;

    SealRowsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Comparison compare() {
        return new OfSeals();
    }

    /** A seal's row without its text. */
    private record Row(
            String pilotKey,
            String kind,
            int version,
            String contentHash,
            String sha256,
            @Nullable String previous,
            long entry) {}

    private final class OfSeals implements Comparison {

        private final SaidTwice seals = new SaidTwice("seal");
        private final SaidTwice signatures = new SaidTwice("signature under a seal");

        @Override
        public void read(ChainEntry entry, Map<String, @Nullable Object> content, Findings findings) {
            EntryDetails told = new EntryDetails(content);
            if ("sealed".equals(content.get("kind"))) {
                seals.byEntry(
                        entry,
                        told.detail("seal"),
                        told.detail("version"),
                        told.detail("sha256"),
                        told.detail("previous"),
                        sealedHash(entry));
            } else if ("sealSigned".equals(content.get("kind")) && told.detail("seals") instanceof List<?> signed) {
                signed.forEach(one -> {
                    if (one instanceof Map<?, ?> seal) {
                        signatures.byEntry(entry, seal.get("seal"), seal.get("version"), told.argument("meaning"));
                    }
                });
            }
        }

        @Override
        public void end(Findings findings) {
            Row last = new Row("", "", 0, "", "", null, 0);
            for (List<Row> page = after(last); !page.isEmpty(); page = after(last)) {
                page.forEach(row -> sealed(row, findings));
                last = page.get(page.size() - 1);
            }
            seals.compare(findings);
            jdbc.sql(SIGNATURES).query(row -> {
                signatures.byRow(
                        row.getString(1), row.getLong(4), code(row.getString(2)), row.getInt(3), row.getString(5));
            });
            signatures.compare(findings);
        }

        private void sealed(Row row, Findings findings) {
            if (!row.contentHash().equals(row.sha256())) {
                findings.add(
                        ChainEntry.place(row.pilotKey(), row.entry()),
                        "the seal " + row.kind() + ", version " + row.version()
                                + ", is not the text that its hash was made of");
            }
            seals.byRow(
                    row.pilotKey(),
                    row.entry(),
                    code(row.kind()),
                    row.version(),
                    row.sha256(),
                    row.previous(),
                    row.contentHash());
        }
    }

    private List<Row> after(Row last) {
        return jdbc.sql(SEALS)
                .params(last.pilotKey(), last.kind(), last.version(), PAGE)
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        Sha256.hex(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7)))
                .list();
    }

    /** A kind that is none of ours stays as it is, and so is no entry's. */
    private static String code(String kind) {
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
