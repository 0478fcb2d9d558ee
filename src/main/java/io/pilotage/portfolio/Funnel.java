package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many pilots came how far. A pilot has passed a gate when it stands in a later phase; the last gate is passed by
 * pilots that are adopted.
 *
 * @param adopted pilots that passed gate G6
 */
public record Funnel(List<Step> steps, long total, long open, long adopted) {

    /** Half of all pilots: what both benchmarks (R1, R2) say of others. */
    public static final int BENCHMARK = 50;

    /**
     * One phase.
     *
     * @param reached pilots that came to it or further
     * @param here open pilots that stand in it
     * @param passed pilots that went on
     * @param medianDays median days of those who left it, or null when nobody has
     * @param slowDays days within which nine of ten left it
     */
    public record Step(
            Phase phase,
            long reached,
            long here,
            long passed,
            @Nullable Double medianDays,
            @Nullable Double slowDays) {

        /** Percent of those who reached the phase that went on, or null when nobody reached it. */
        public @Nullable Integer conversion() {
            return percent(passed, reached);
        }
    }

    public long passed(Phase phase) {
        return steps.get(phase.ordinal()).passed();
    }

    /** Percent of chartered pilots that are or were in production (R1). */
    public @Nullable Integer productionRate() {
        return percent(passed(Phase.ROLLOUT), passed(Phase.DISCOVERY));
    }

    /** Percent of pilots in production that their intended users adopted (R2). */
    public @Nullable Integer adoptionRate() {
        return percent(adopted, passed(Phase.ROLLOUT));
    }

    static @Nullable Integer percent(long part, long whole) {
        return whole == 0 ? null : (int) Math.round(100.0 * part / whole);
    }
}
