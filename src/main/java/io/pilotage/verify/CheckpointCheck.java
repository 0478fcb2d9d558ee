package io.pilotage.verify;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Follows the checkpoints from the first to the last: none is missing, each is signed, and no tree ever shrank. */
public final class CheckpointCheck {

    private final KeyRing keys;
    private final Findings findings;
    private long number;
    private long size;
    private String hash = ChainEntry.GENESIS;
    private @Nullable String key;
    private boolean broken;

    public CheckpointCheck(KeyRing keys, Findings findings) {
        this.keys = keys;
        this.findings = findings;
    }

    /** Judges the next checkpoint; what it states, or null when this one or an earlier one is wrong. */
    public Checkpoint.@Nullable Statement next(Checkpoint checkpoint) {
        if (broken) {
            return null;
        }
        try {
            Checkpoint.Statement stated = checkpoint.statement();
            follow(checkpoint, stated);
            return stated;
        } catch (IllegalArgumentException | DateTimeException wrong) {
            broken = true;
            findings.add("checkpoint " + (number + 1), String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    /** Leaves of the last good tree. */
    public long size() {
        return size;
    }

    public boolean isBroken() {
        return broken;
    }

    /** Id of the key that signed last; null when nothing is signed yet. */
    public @Nullable String key() {
        return key;
    }

    private void follow(Checkpoint checkpoint, Checkpoint.Statement stated) {
        if (stated.number() != number + 1 || !stated.previous().equals(hash)) {
            throw new IllegalArgumentException("it does not follow the checkpoint before");
        }
        if (stated.size() < size) {
            throw new IllegalArgumentException("its tree is smaller than the one before");
        }
        AuditKey signer = keys.find(stated.key())
                .orElseThrow(() -> new IllegalArgumentException("its key " + stated.key() + " is not known"));
        if (!signer.signed(checkpoint.content(), checkpoint.signature())) {
            throw new IllegalArgumentException("its signature is not one of the key that it names");
        }
        if (key != null && !keys.areOfOneLine(key, stated.key())) {
            throw new IllegalArgumentException(
                    "its key does not come from the key before: no hand-over signed by both");
        }
        if (key != null && keys.handedOver(stated.key(), key)) {
            findings.remark("checkpoint " + stated.number(), "it is signed by a key that had handed over before");
        }
        number = stated.number();
        size = stated.size();
        hash = checkpoint.hash();
        key = stated.key();
    }
}
