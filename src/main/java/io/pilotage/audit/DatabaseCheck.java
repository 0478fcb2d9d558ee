package io.pilotage.audit;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Findings;
import io.pilotage.verify.KeyRing;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.TrailCheck;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks all that is in the tables of the trail, page by page, by the code of the verifier; trusts nothing that the
 * database says of itself.
 */
@Component
class DatabaseCheck {

    private static final int PAGE = 2_000;

    private static final String ENTRIES = """
            select chain, entry_number, content, hash, kind, phase, element_id, happened_at from trail_entry
            where chain > ? or (chain = ? and entry_number > ?) order by chain, entry_number limit ?""";

    private static final String RANGE = " where (chain > ? or (chain = ? and entry_number > ?))";
    private static final String UP_TO = " and (chain < ? or (chain = ? and entry_number <= ?))";

    private final JdbcClient jdbc;
    private final SigningKeys keys;
    private final List<RepeatsTheTrail> others;

    DatabaseCheck(JdbcClient jdbc, SigningKeys keys, List<RepeatsTheTrail> others) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.others = others;
    }

    /** What a check looked at and found. */
    record Result(
            long entries,
            long chains,
            long checkpoints,
            long problems,
            List<Finding> findings,
            List<Finding> remarks) {}

    /** A row with the columns that only repeat what the content says. */
    private record Row(
            ChainEntry link,
            String kind,
            @Nullable String phase,
            @Nullable String element,
            LocalDateTime at) {}

    /** The end of a page. */
    private record Place(String chain, long number) {}

    /** Looks at one moment of the database, however long it takes. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, propagation = Propagation.REQUIRES_NEW)
    public Result check() {
        Findings findings = new Findings();
        long checkpoints = checkpoints(findings);
        TrailCheck trail = new TrailCheck(findings);
        List<RepeatsTheTrail.Comparison> comparisons =
                others.stream().map(RepeatsTheTrail::compare).toList();
        Place from = new Place("", 0);
        while (true) {
            List<Row> rows = jdbc.sql(ENTRIES)
                    .params(from.chain(), from.chain(), from.number(), PAGE)
                    .query((row, number) -> new Row(
                            new ChainEntry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getObject(8, LocalDateTime.class)))
                    .list();
            boolean last = rows.size() < PAGE;
            ChainEntry end = last ? null : rows.get(rows.size() - 1).link();
            Place to = end == null ? null : new Place(end.chain(), end.number());
            Map<ChainEntry, Row> byLink = new IdentityHashMap<>();
            rows.forEach(row -> byLink.put(row.link(), row));
            trail.next(
                    rows.stream().map(Row::link).toList(),
                    personal(from, to),
                    anchors(from, to),
                    (entry, content, found) -> {
                        repeats(Objects.requireNonNull(byLink.get(entry)), content, found);
                        comparisons.forEach(comparison -> comparison.read(entry, content, found));
                    });
            if (to == null) {
                break;
            }
            from = to;
        }
        trail.end();
        ends(findings);
        comparisons.forEach(comparison -> comparison.end(findings));
        return new Result(
                trail.entries(), trail.chains(), checkpoints, findings.count(), findings.list(), findings.remarks());
    }

    private Map<String, List<PersonalValue>> personal(Place from, @Nullable Place to) {
        Map<String, List<PersonalValue>> personal = new HashMap<>();
        within("select chain, entry_number, field, salt, personal_value from trail_personal", from, to)
                .query(row -> {
                    TrailCheck.add(
                            personal,
                            row.getString(1),
                            row.getLong(2),
                            new PersonalValue(row.getString(3), row.getString(4), row.getString(5)));
                });
        return personal;
    }

    private Map<String, String> anchors(Place from, @Nullable Place to) {
        Map<String, String> anchors = new HashMap<>();
        within("select chain, entry_number, hash from trail_leaf", from, to).query(row -> {
            anchors.put(ChainEntry.place(row.getString(1), row.getLong(2)), row.getString(3));
        });
        return anchors;
    }

    private JdbcClient.StatementSpec within(String select, Place from, @Nullable Place to) {
        List<Object> values = new ArrayList<>(List.of(from.chain(), from.chain(), from.number()));
        if (to != null) {
            values.addAll(List.of(to.chain(), to.chain(), to.number()));
        }
        return jdbc.sql(select + RANGE + (to == null ? "" : UP_TO)).params(values);
    }

    private static void repeats(Row row, Map<String, @Nullable Object> content, Findings findings) {
        boolean same = row.kind().equals(content.get("kind"))
                && Objects.equals(row.phase(), content.get("phase"))
                && Objects.equals(row.element(), content.get("element"))
                && row.at().toInstant(ZoneOffset.UTC).toString().equals(content.get("at"));
        if (!same) {
            findings.add(row.link().place(), "a column of the row does not say what the content says");
        }
    }

    /** The recorded end of each chain is where the chain ends. */
    private void ends(Findings findings) {
        jdbc.sql("""
                select h.chain, h.last_number from trail_head h left join trail_entry e
                on e.chain = h.chain and e.entry_number = h.last_number
                where e.hash is null or e.hash <> h.last_hash""").query(row -> {
            findings.add(
                    ChainEntry.place(row.getString(1), row.getLong(2)), "the recorded end of the chain is not there");
        });
        jdbc.sql("""
                select e.chain, e.entry_number from trail_entry e left join trail_head h on h.chain = e.chain
                where h.chain is null or e.entry_number > h.last_number order by e.chain, e.entry_number""").query(row -> {
            findings.add(
                    ChainEntry.place(row.getString(1), row.getLong(2)), "it lies behind the recorded end of its chain");
        });
    }

    /** A key that cannot even be read is a finding as well, and must not keep the rest from being checked. */
    private long checkpoints(Findings findings) {
        try {
            KeyRing ring = keys.known();
            SignedTreeCheck tree = new SignedTreeCheck(jdbc, ring, findings);
            long count = tree.checkpoints();
            String key = tree.key();
            if (key != null && !ring.areOfOneLine(key, keys.currentId())) {
                findings.add(
                        "checkpoint " + count, "it was signed by a key that is not ours and leads to none of ours");
            }
            return count;
        } catch (IllegalArgumentException unreadable) {
            findings.add("keys", "a key or its hand-over cannot be read: " + unreadable.getMessage());
            return 0;
        }
    }
}
