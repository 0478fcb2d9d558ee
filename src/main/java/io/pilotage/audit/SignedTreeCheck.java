package io.pilotage.audit;

import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.CheckpointCheck;
import io.pilotage.verify.Findings;
import io.pilotage.verify.Frontier;
import io.pilotage.verify.KeyRing;
import io.pilotage.verify.Merkle;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the checkpoints in the database and the tree that they sign: its leaves, its nodes, and what is kept to go on. */
final class SignedTreeCheck {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final CheckpointCheck check;
    private final Findings findings;
    private final Frontier tree = new Frontier();
    private long count;
    private boolean whole = true;

    /** @param keys that ever signed */
    SignedTreeCheck(JdbcClient jdbc, KeyRing keys, Findings findings) {
        this.jdbc = jdbc;
        this.check = new CheckpointCheck(keys, findings);
        this.findings = findings;
    }

    /** A checkpoint with the columns that repeat what it says, or what follows from its leaves. */
    private record Stored(long number, LocalDateTime takenAt, Checkpoint checkpoint, String frontier) {}

    /** @return how many checkpoints there are, up to the first that does not fit */
    long checkpoints() {
        List<Stored> page = after(0);
        while (!page.isEmpty() && page.stream().allMatch(this::fits)) {
            page = after(count);
        }
        if (whole && one("select count(*) from trail_leaf") != tree.size()) {
            wrong("checkpoint " + count, "the tree has leaves that no checkpoint signed, or lacks some");
        }
        if (whole) {
            nodes();
        }
        return count;
    }

    /** Id of the key that signed last; null when nothing is signed. */
    @Nullable String key() {
        return check.key();
    }

    private boolean fits(Stored stored) {
        if (stored.number() != count + 1) {
            wrong("checkpoint " + (count + 1), "it is missing");
            return false;
        }
        Checkpoint.Statement stated = check.next(stored.checkpoint());
        count++;
        if (stated == null) {
            whole = false;
            return false;
        }
        if (!stored.takenAt().toInstant(ZoneOffset.UTC).equals(stated.at())) {
            findings.add("checkpoint " + count, "a column of the row does not say what the content says");
        }
        grow(stated, stored.frontier());
        return true;
    }

    private void grow(Checkpoint.Statement stated, String frontier) {
        jdbc.sql("""
                select chain, entry_number, hash from trail_leaf
                where leaf_position >= ? and leaf_position < ? order by leaf_position""").params(tree.size(), stated.size()).query(row -> {
            tree.append(Merkle.leaf(row.getString(1), row.getLong(2), row.getString(3)));
        });
        if (tree.size() != stated.size() || !hex(tree.root()).equals(stated.root())) {
            wrong("checkpoint " + stated.number(), "the leaves of its tree are not those that were signed");
        } else if (!frontier.equals(
                tree.parts().stream().map(SignedTreeCheck::hex).collect(Collectors.joining(" ")))) {
            findings.add("checkpoint " + stated.number(), "what is kept to go on from it does not belong to its tree");
        }
    }

    /** Proofs are made of nodes: at the bottom lie the leaves, and each of the others is the hash of the two below it. */
    private void nodes() {
        long all = 0;
        for (int level = 0; tree.size() >> level > 0; level++) {
            long size = tree.size() >> level;
            all += size;
            for (long from = 0; from < size && whole; from += PAGE) {
                nodes(level, from, Math.min(size, from + PAGE));
            }
        }
        if (whole && one("select count(*) from trail_node") != all) {
            wrong("tree", "it has nodes that lie over no leaves");
        }
    }

    private void nodes(int level, long from, long to) {
        Map<Long, String> kept = kept(level, from, to);
        Map<Long, String> below = level == 0 ? leaves(from, to) : kept(level - 1, 2 * from, 2 * to);
        LongStream.range(from, to)
                .filter(at -> !expected(level, at, below).equals(kept.get(at)))
                .findFirst()
                .ifPresent(at -> wrong(
                        "tree, level " + level + ", node " + at,
                        "it is missing, or not the hash of what lies below it"));
    }

    private static String expected(int level, long at, Map<Long, String> below) {
        return level == 0
                ? below.getOrDefault(at, "")
                : hex(Merkle.node(bytes(below.get(2 * at)), bytes(below.get(2 * at + 1))));
    }

    private Map<Long, String> leaves(long from, long to) {
        Map<Long, String> leaves = new HashMap<>();
        jdbc.sql("select leaf_position, chain, entry_number, hash from trail_leaf"
                        + " where leaf_position >= ? and leaf_position < ?")
                .params(from, to)
                .query(row -> {
                    leaves.put(row.getLong(1), hex(Merkle.leaf(row.getString(2), row.getLong(3), row.getString(4))));
                });
        return leaves;
    }

    private Map<Long, String> kept(int level, long from, long to) {
        Map<Long, String> kept = new HashMap<>();
        jdbc.sql("select node_position, hash from trail_node"
                        + " where node_level = ? and node_position >= ? and node_position < ?")
                .params(level, from, to)
                .query(row -> {
                    kept.put(row.getLong(1), row.getString(2));
                });
        return kept;
    }

    private List<Stored> after(long number) {
        return jdbc.sql("select checkpoint_number, taken_at, content, signature, frontier from trail_checkpoint"
                        + " where checkpoint_number > ? order by checkpoint_number limit ?")
                .params(number, PAGE)
                .query((row, index) -> new Stored(
                        row.getLong(1),
                        row.getObject(2, LocalDateTime.class),
                        new Checkpoint(row.getString(3), row.getString(4)),
                        row.getString(5)))
                .list();
    }

    private void wrong(String where, String what) {
        whole = false;
        findings.add(where, what);
    }

    private long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static byte[] bytes(@Nullable String hash) {
        return HexFormat.of().parseHex(hash == null ? "" : hash);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
