package io.pilotage.audit;

import io.pilotage.verify.Merkle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs from the tree of checkpoints (RFC 6962 sections 2.1.1 and 2.1.2), each from a handful of stored nodes. */
@Repository
class CheckpointTree {

    private final JdbcClient jdbc;

    CheckpointTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hashes that lead from the leaf to the root of the tree of that size. */
    List<byte[]> inclusion(long index, long size) {
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    /** The hashes that show that the tree of the later size begins with the one of the earlier size. */
    List<byte[]> consistency(long earlier, long later) {
        List<byte[]> proof = new ArrayList<>();
        if (earlier > 0 && earlier < later) {
            subproof(earlier, 0, later, true, proof);
        }
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, proof);
            proof.add(hash(middle, to));
        } else {
            path(index, middle, to, proof);
            proof.add(hash(from, middle));
        }
    }

    private void subproof(long earlier, long from, long to, boolean whole, List<byte[]> proof) {
        if (earlier == to) {
            if (!whole) {
                proof.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            subproof(earlier, from, middle, whole, proof);
            proof.add(hash(middle, to));
        } else {
            subproof(earlier, middle, to, false, proof);
            proof.add(hash(from, middle));
        }
    }

    /** Hash over the leaves from the first up to, not including, the second. */
    private byte[] hash(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return HexFormat.of()
                    .parseHex(jdbc.sql("select hash from trail_node where node_level = ? and node_position = ?")
                            .params(level, from >> level)
                            .query(String.class)
                            .single());
        }
        long middle = from + split(size);
        return Merkle.node(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below the size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
