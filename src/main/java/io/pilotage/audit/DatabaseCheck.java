package io.pilotage.audit;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.CheckpointCheck;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Findings;
import io.pilotage.verify.Frontier;
import io.pilotage.verify.KeyRing;
import io.pilotage.verify.Merkle;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.TrailCheck;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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

    private long checkpoints(Findings findings) {
        KeyRing ring = keys.known();
        CheckpointCheck check = new CheckpointCheck(ring, findings);
        Frontier tree = new Frontier();
        long count = 0;
        for (long number = 1; !check.isBroken(); number++) {
            Checkpoint checkpoint = jdbc.sql(
                            "select content, signature from trail_checkpoint where checkpoint_number = ?")
                    .param(number)
                    .query((row, index) -> new Checkpoint(row.getString(1), row.getString(2)))
                    .optional()
                    .orElse(null);
            if (checkpoint == null) {
                break;
            }
            count++;
            Checkpoint.Statement stated = check.next(checkpoint);
            if (stated != null) {
                grow(tree, stated, findings);
            }
        }
        long last = one("select coalesce(max(checkpoint_number), 0) from trail_checkpoint");
        if (last != count && !check.isBroken()) {
            findings.add("checkpoint " + (count + 1), "it is missing");
        }
        if (one("select count(*) from trail_leaf") != tree.size() && !check.isBroken()) {
            findings.add("checkpoint " + count, "the tree has leaves that no checkpoint signed, or lacks some");
        }
        if (check.key() != null && !ring.areOfOneLine(check.key(), keys.currentId())) {
            findings.add("checkpoint " + count, "it was signed by a key that is not ours and leads to none of ours");
        }
        return count;
    }

    private void grow(Frontier tree, Checkpoint.Statement stated, Findings findings) {
        jdbc.sql("""
                select chain, entry_number, hash from trail_leaf
                where leaf_position >= ? and leaf_position < ? order by leaf_position""").params(tree.size(), stated.size()).query(row -> {
            tree.append(Merkle.leaf(row.getString(1), row.getLong(2), row.getString(3)));
        });
        if (tree.size() != stated.size()
                || !HexFormat.of().formatHex(tree.root()).equals(stated.root())) {
            findings.add("checkpoint " + stated.number(), "the leaves of its tree are not those that were signed");
        }
    }

    private long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
