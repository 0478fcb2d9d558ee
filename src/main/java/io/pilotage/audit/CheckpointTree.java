package io.pilotage.audit;

import io.pilotage.verify.Merkle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs from the tree of checkpoints (RFC 6962 section 2.1.1), each from a handful of stored nodes. */
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
