package io.pilotage.verify;

import java.util.ArrayList;
import java.util.List;

/** A tree that only grows, kept as the roots of its complete parts, so that its root costs no reading of all leaves. */
public final class Frontier {

    /** The whole tree of no leaf: the hash of nothing (RFC 6962). */
    private static final byte[] EMPTY = Sha256.of();

    /** Roots of complete parts, the largest first; their sizes are the binary digits of the size. */
    private final List<byte[]> parts;

    private long size;

    public Frontier() {
        this(0, List.of());
    }

    /** Goes on where another one stood. */
    public Frontier(long size, List<byte[]> parts) {
        this.size = size;
        this.parts = new ArrayList<>(parts);
        if (parts.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("the parts do not make a tree of " + size + " leaves");
        }
    }

    /** Adds a leaf's hash; tells the owner of every node that became complete, the leaf included. */
    public void append(byte[] leaf, NodeKeeper keeper) {
        byte[] node = leaf;
        long position = size;
        int level = 0;
        keeper.keep(level, position, node);
        while ((position & 1) == 1) {
            node = Merkle.node(parts.remove(parts.size() - 1), node);
            position >>= 1;
            level++;
            keeper.keep(level, position, node);
        }
        parts.add(node);
        size++;
    }

    public void append(byte[] leaf) {
        append(leaf, (level, position, hash) -> {});
    }

    public long size() {
        return size;
    }

    /** Roots of the complete parts, the largest first: all that is needed to go on. */
    public List<byte[]> parts() {
        return List.copyOf(parts);
    }

    public byte[] root() {
        if (parts.isEmpty()) {
            return EMPTY.clone();
        }
        byte[] root = parts.get(parts.size() - 1);
        for (int i = parts.size() - 2; i >= 0; i--) {
            root = Merkle.node(parts.get(i), root);
        }
        return root;
    }

    /** Stores the nodes that never change again. */
    @FunctionalInterface
    public interface NodeKeeper {

        /** @param level zero for leaves @param position from zero within the level */
        void keep(int level, long position, byte[] hash);
    }
}
