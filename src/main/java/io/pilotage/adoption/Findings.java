package io.pilotage.adoption;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a period's figures say on each criterion of gate G6; null where a figure or what it is held against is missing.
 *
 * @param aboveP10 whether the net value is at least the promised P10 after cost
 * @param bandHeld whether overrides stayed within the agreed band
 */
public record Findings(
        boolean targetMet,
        boolean ritualsConfirmed,
        @Nullable Boolean aboveP10,
        @Nullable Boolean bandHeld) {

    static final Findings NONE = new Findings(false, false, null, null);
    private static final Set<String> ALL = new Findings(true, true, true, true).facts();

    /** Whether the figures of a period say anything on the requirement of a gate. */
    static boolean speaksOf(String requirement) {
        return ALL.contains(requirement);
    }

    /** The facts that hold, named as in {@code gateRequirements}; what is unknown does not hold. */
    public Set<String> facts() {
        Set<String> facts = new HashSet<>();
        if (targetMet) {
            facts.add("adoptionTargetMet");
        }
        if (ritualsConfirmed) {
            facts.add("ritualsConfirmed");
        }
        if (Boolean.TRUE.equals(aboveP10)) {
            facts.add("netValueAboveP10");
        }
        if (Boolean.TRUE.equals(bandHeld)) {
            facts.add("overrideBandHeld");
        }
        return facts;
    }
}
