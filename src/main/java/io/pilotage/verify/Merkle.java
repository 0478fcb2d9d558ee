package io.pilotage.verify;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * The tree of RFC 6962 section 2.1: a leaf is hashed behind a zero byte, a node behind a one byte, and a proof is a
 * handful of hashes that lead from a leaf, or from an earlier tree, to the root.
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

    /**
     * Whether the later tree holds all of the earlier one unchanged (RFC 9162 section 2.1.4.2).
     *
     * @param earlier leaves of the earlier tree, at least one
     * @param later leaves of the later tree
     */
    public static boolean isConsistent(
            long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
        if (earlier < 1 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && java.util.Arrays.equals(earlierRoot, laterRoot);
        }
        Iterator<byte[]> hashes = proof.iterator();
        long node = earlier - 1;
        long last = later - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        if (node != 0 && !hashes.hasNext()) {
            return false;
        }
        byte[] first = node == 0 ? earlierRoot : hashes.next();
        byte[] second = first;
        while (hashes.hasNext()) {
            byte[] beside = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = node(beside, first);
                second = node(beside, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = node(second, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && java.util.Arrays.equals(first, earlierRoot) && java.util.Arrays.equals(second, laterRoot);
    }
}
