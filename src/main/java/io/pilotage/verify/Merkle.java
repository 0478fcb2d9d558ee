package io.pilotage.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tree of RFC 6962 section 2.1: a leaf is hashed behind a zero byte, a node behind a one byte, and a proof is a
 * handful of hashes that lead from a leaf to the root.
 */
public final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    public static byte[] leaf(byte[] data) {
        return Sha256.of(LEAF, data);
    }

    /** The leaf for an entry of the trail: its chain, number and hash on three lines. */
    public static byte[] leaf(String chain, long number, String hash) {
        return leaf((chain + "\n" + number + "\n" + hash).getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /**
     * The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2).
     *
     * @param index position of the leaf, from zero
     * @param size leaves of the tree
     * @throws IllegalArgumentException when the proof does not fit such a tree
     */
    public static byte[] rootFrom(long index, long size, byte[] leaf, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the leaf lies outside of the tree");
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : proof) {
            if (last == 0) {
                throw new IllegalArgumentException("the proof is too long");
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the proof is too short");
        }
        return hash;
    }
}
