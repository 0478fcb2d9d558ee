package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pilots a list shows; null and false ask for nothing. Every number on the portfolio page is such a filter.
 *
 * @param reached phase that the pilots have come to or passed
 * @param tier code of a tier, or {@code unknown}
 * @param unit business unit, or the beginning of one
 * @param late only pilots with an overdue task
 * @param lateRole only pilots with an overdue task of this role
 * @param role role whose {@code answer} is asked for
 * @param answer whether somebody answers for the role
 * @param beyondTimeBox only pilots that are not in production although their time is over
 * @param chartered quarter in which the pilots passed gate G1
 * @param waitsFor only pilots with an open task of this role
 * @param text words of title, unit or key
 */
public record PortfolioFilter(
        @Nullable Phase phase,
        @Nullable Phase reached,
        @Nullable PilotStatus status,
        boolean open,
        @Nullable String tier,
        @Nullable String unit,
        boolean late,
        @Nullable String lateRole,
        @Nullable String role,
        @Nullable Answer answer,
        @Nullable StallReason stalled,
        @Nullable StallReason waiting,
        boolean adopted,
        boolean reworked,
        boolean beyondTimeBox,
        @Nullable Quarter chartered,
        @Nullable String waitsFor,
        @Nullable String text) {

    /** Whether somebody answers for a role on a case. */
    public enum Answer {
        /** Nobody is named. */
        VACANT,
        /** Somebody is named and has not accepted yet. */
        NAMED,
        ACCEPTED
    }

    /** All pilots. */
    public static final PortfolioFilter ALL = new PortfolioFilter(
            null, null, null, false, null, null, false, null, null, null, null, null, false, false, false, null, null,
            null);

    /**
     * The filter that an address of the portfolio page asks for; what it does not name is not asked for.
     *
     * @throws Refused when a parameter has a value that there is not
     */
    public static PortfolioFilter asked(Map<String, String> parameters) {
        return new PortfolioFilter(
                one(Phase.class, parameters, "phase"),
                one(Phase.class, parameters, "reached"),
                one(PilotStatus.class, parameters, "status"),
                Boolean.parseBoolean(parameters.get("open")),
                text(parameters, "tier"),
                text(parameters, "unit"),
                Boolean.parseBoolean(parameters.get("late")),
                text(parameters, "lateRole"),
                text(parameters, "role"),
                one(Answer.class, parameters, "answer"),
                one(StallReason.class, parameters, "stalled"),
                one(StallReason.class, parameters, "waiting"),
                Boolean.parseBoolean(parameters.get("adopted")),
                Boolean.parseBoolean(parameters.get("reworked")),
                Boolean.parseBoolean(parameters.get("beyondTimeBox")),
                quarter(parameters),
                text(parameters, "waitsFor"),
                text(parameters, "text"));
    }

    private static @Nullable Quarter quarter(Map<String, String> parameters) {
        String value = text(parameters, "chartered");
        try {
            return value == null ? null : Quarter.valueOf(value);
        } catch (RuntimeException none) {
            throw new Refused("portfolio.filter.unknown", "chartered", String.valueOf(value));
        }
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, Map<String, String> parameters, String name) {
        String value = text(parameters, name);
        try {
            return value == null ? null : Enum.valueOf(type, value);
        } catch (IllegalArgumentException none) {
            throw new Refused("portfolio.filter.unknown", name, String.valueOf(value));
        }
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
