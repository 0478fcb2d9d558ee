package io.pilotage.seal;

import io.pilotage.audit.Committed;
import io.pilotage.audit.RepeatsTheTrail;
import io.pilotage.seal.SaidTwice.Said;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final List<String> KEY = List.of("pilot_key", "approval", "approval_number");

    private final JdbcClient jdbc;

    ApprovalRowsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Comparison compare() {
        return new OfApprovals(jdbc);
    }

    private static final class OfApprovals implements Comparison {

        private final SaidTwice seen;
        private final SaidTwice stale;

        OfApprovals(JdbcClient jdbc) {
            seen = new SaidTwice("approval", new RowsByCase(jdbc, "approval_seen", KEY, ApprovalRowsCheck::seen));
            stale = new SaidTwice(
                    "note that an approval no longer counts",
                    new RowsByCase(jdbc, "approval_stale", KEY, ApprovalRowsCheck::stale));
        }

        @Override
        public void read(ChainEntry entry, Map<String, @Nullable Object> content, Findings findings) {
            EntryDetails told = new EntryDetails(content);
            if ("approvalFrozen".equals(content.get("kind"))) {
                seen.byEntry(
                        entry,
                        findings,
                        told.argument("approval"),
                        told.detail("number"),
                        told.argument("sha256"),
                        content.get("at"),
                        hash(told.detail("fields")));
            } else if ("approvalStale".equals(content.get("kind"))) {
                stale.byEntry(
                        entry,
                        findings,
                        told.argument("approval"),
                        told.detail("number"),
                        fields(told.argument("changed")));
            }
        }

        @Override
        public void end(Findings findings) {
            seen.end(findings);
            stale.end(findings);
        }
    }

    private static Said seen(ResultSet row, int number) throws SQLException {
        return Said.of(
                row.getString("pilot_key"),
                row.getLong("entry_number"),
                row.getString("approval"),
                row.getInt("approval_number"),
                row.getString("sha256"),
                Moments.in(row, "approved_at"),
                hashOfRow(row.getString("fields")));
    }

    private static Said stale(ResultSet row, int number) throws SQLException {
        return Said.of(
                row.getString("pilot_key"),
                row.getLong("entry_number"),
                row.getString("approval"),
                row.getInt("approval_number"),
                row.getString("changed"));
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
