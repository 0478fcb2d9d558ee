package io.pilotage.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one chain from its first entry to its last. Whatever is edited, deleted, inserted or swapped breaks it; the
 * first entry that does not fit is named, and what follows it is not judged.
 */
public final class ChainCheck {

    private final String chain;
    private final Findings findings;
    private final SealCheck seals = new SealCheck();
    private final Map<String, String> missing = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private long number;
    private String hash = ChainEntry.GENESIS;
    private Instant latest = Instant.MIN;
    private boolean broken;

    /** @param findings receives what is wrong */
    public ChainCheck(String chain, Findings findings) {
        this.chain = chain;
        this.findings = findings;
    }

    /**
     * Judges the next entry.
     *
     * @param personal the values held apart for this entry that still exist
     * @param anchored the hash that a checkpoint holds for this entry; null when none does
     * @return the content, or null when the chain is broken here or was before
     */
    public @Nullable Map<String, @Nullable Object> next(
            ChainEntry entry, List<PersonalValue> personal, @Nullable String anchored) {
        if (broken) {
            return null;
        }
        try {
            Map<String, @Nullable Object> content = follow(entry, anchored);
            personal(entry, content, personal);
            time(entry, content);
            seals.next(entry, content, findings);
            return content;
        } catch (IllegalArgumentException | DateTimeException wrong) {
            broken = true;
            findings.add(entry.place(), String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    /** Judges what only the whole chain tells: whether each value that is gone was erased by an entry that says so. */
    public void end() {
        if (!broken) {
            missing.forEach((commitment, place) -> {
                if (!erased.contains(commitment)) {
                    findings.add(place, "a personal value is gone and no entry says that it was erased");
                }
            });
        }
    }

    /** Number of the last entry; of the last good one when the chain is broken. */
    public long number() {
        return number;
    }

    /** Hash of the last entry; of the last good one when the chain is broken. */
    public String hash() {
        return hash;
    }

    public boolean isBroken() {
        return broken;
    }

    private Map<String, @Nullable Object> follow(ChainEntry entry, @Nullable String anchored) {
        if (entry.number() != number + 1) {
            throw new IllegalArgumentException(
                    entry.number() > number + 1
                            ? "the entry before is missing; the last one that fits is number " + number
                            : "an entry of this number was there before");
        }
        if (!Sha256.hex(entry.content()).equals(entry.hash())) {
            throw new IllegalArgumentException("the content is not what its hash was made of");
        }
        Map<String, @Nullable Object> content = Json.object(entry.content());
        if (!Json.text(content, "chain").equals(chain) || Json.number(content, "number") != entry.number()) {
            throw new IllegalArgumentException("the content belongs to "
                    + ChainEntry.place(Json.text(content, "chain"), Json.number(content, "number")));
        }
        if (!Json.text(content, "previous").equals(hash)) {
            throw new IllegalArgumentException("the entry before is not the one that this entry was written after");
        }
        if (anchored != null && !anchored.equals(entry.hash())) {
            throw new IllegalArgumentException("a signed checkpoint holds another entry in this place");
        }
        number = entry.number();
        hash = entry.hash();
        return content;
    }

    private void personal(ChainEntry entry, Map<String, @Nullable Object> content, List<PersonalValue> personal) {
        Map<String, String> commitments = Commitments.in(content);
        for (PersonalValue value : personal) {
            String commitment = commitments.remove(value.field());
            if (commitment == null) {
                throw new IllegalArgumentException("the entry has no personal value '" + value.field() + "'");
            }
            if (!commitment.equals(value.commitment())) {
                throw new IllegalArgumentException("the personal value '" + value.field() + "' was changed");
            }
        }
        commitments.forEach((field, commitment) -> missing.put(commitment, entry.place() + ", " + field));
        if ("personErased".equals(content.get("kind"))) {
            Map<String, @Nullable Object> details = Json.asObject(content.get("details"));
            Json.asList(details.get("commitments")).forEach(one -> erased.add(String.valueOf(one)));
        }
    }

    /** The sequence gives the order, the time is only stated: clocks of several nodes differ. */
    private void time(ChainEntry entry, Map<String, @Nullable Object> content) {
        Instant at = Instant.parse(Json.text(content, "at"));
        if (at.isBefore(latest)) {
            findings.remark(entry.place(), "its clock is behind that of an earlier entry: " + at + " after " + latest);
        } else {
            latest = at;
        }
    }
}
