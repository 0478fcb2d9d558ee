package io.pilotage.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * The pilots that passed gate G1 in one quarter, and how many of them came how far since.
 *
 * @param produced those that passed gate G5
 * @param adopted those that passed gate G6
 */
public record Cohort(Quarter quarter, long chartered, long produced, long adopted) {

    /** Percent of the chartered that reached production (R1). */
    public @Nullable Integer productionRate() {
        return Funnel.percent(produced, chartered);
    }

    /** Percent of those in production that were adopted (R2), or null when none is in production. */
    public @Nullable Integer adoptionRate() {
        return Funnel.percent(adopted, produced);
    }
}
