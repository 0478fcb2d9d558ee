package io.pilotage.seal;

import io.pilotage.audit.Committed;
import io.pilotage.audit.RepeatsTheTrail;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds each approval, and each note that one no longer counts, against the entry of the chain that says the same. */
@Component
class ApprovalRowsCheck implements RepeatsTheTrail {

    private static final int PAGE = 500;

    private static final String SEEN = """
            select pilot_key, approval, approval_number, sha256, fields, entry_number from approval_seen
            where (pilot_key, approval, approval_number) > (?, ?, ?)
            order by pilot_key, approval, approval_number limit ?""";

    private static final String STALE =
            "select pilot_key, approval, approval_number, changed, entry_number from approval_stale";

    private final JdbcClient jdbc;

    ApprovalRowsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Comparison compare() {
        return new OfApprovals();
    }

    /**
     * An approval's row without its fields.
     *
     * @param hash of the fields; null when they are not readable
     */
    private record Row(
            String pilotKey,
            String approval,
            int number,
            String sha256,
            @Nullable String hash,
            long entry) {}

    private final class OfApprovals implements Comparison {

        private final SaidTwice seen = new SaidTwice("approval");
        private final SaidTwice stale = new SaidTwice("note that an approval no longer counts");

        @Override
        public void read(ChainEntry entry, Map<String, @Nullable Object> content, Findings findings) {
            EntryDetails told = new EntryDetails(content);
            if ("approvalFrozen".equals(content.get("kind"))) {
                seen.byEntry(
                        entry,
                        told.argument("approval"),
                        told.detail("number"),
                        told.argument("sha256"),
                        hash(told.detail("fields")));
            } else if ("approvalStale".equals(content.get("kind"))) {
                stale.byEntry(
                        entry, told.argument("approval"), told.detail("number"), fields(told.argument("changed")));
            }
        }

        @Override
        public void end(Findings findings) {
            Row last = new Row("", "", 0, "", null, 0);
            for (List<Row> page = after(last); !page.isEmpty(); page = after(last)) {
                page.forEach(row -> seen.byRow(
                        row.pilotKey(), row.entry(), row.approval(), row.number(), row.sha256(), row.hash()));
                last = page.get(page.size() - 1);
            }
            seen.compare(findings);
            jdbc.sql(STALE).query(row -> {
                stale.byRow(row.getString(1), row.getLong(5), row.getString(2), row.getInt(3), row.getString(4));
            });
            stale.compare(findings);
        }
    }

    private List<Row> after(Row last) {
        return jdbc.sql(SEEN)
                .params(last.pilotKey(), last.approval(), last.number(), PAGE)
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        hashOfRow(row.getString(5)),
                        row.getLong(6)))
                .list();
    }

    private static @Nullable String hash(@Nullable Object fields) {
        if (fields instanceof Map<?, ?> map) {
            Map<String, Object> hashes = new HashMap<>();
            map.forEach((field, hash) -> hashes.put(String.valueOf(field), String.valueOf(hash)));
            return Sha256.hex(Committed.text(hashes));
        }
        return null;
    }

    private static @Nullable String hashOfRow(String fields) {
        try {
            return SeenFields.read(fields).sha256();
        } catch (IllegalArgumentException changed) {
            return null;
        }
    }

    private static @Nullable String fields(@Nullable Object changed) {
        return changed instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : null;
    }
}
