package io.pilotage.portfolio;

import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.Tier;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Codes of tiers, and that of pilots without one. */
    public static final List<String> TIERS = Stream.concat(
                    Arrays.stream(Tier.values()).map(Tier::code), Stream.of("unknown"))
            .toList();

    /** What stands in an address beside the filter. */
    private static final Set<String> BESIDE = Set.of("kind", "language", "lang", "order", "page", "_csrf");

    /** All pilots. */
    public static final PortfolioFilter ALL = new PortfolioFilter(
            null, null, null, false, null, null, false, null, null, null, null, null, false, false, false, null, null,
            null);

    /** @throws Refused when a tier or role is none, or of role and answer only one is given */
    public PortfolioFilter {
        if (tier != null && !TIERS.contains(tier)) {
            throw unknown("tier", tier);
        }
        mustBeRole("lateRole", lateRole);
        mustBeRole("role", role);
        mustBeRole("waitsFor", waitsFor);
        if ((role == null) != (answer == null)) {
            String other = role == null ? "role" : "answer";
            throw FieldsRefused.of(other, "site.input.missing", other);
        }
    }

    /**
     * The filter that an address of the portfolio page asks for; what it does not name is not asked for.
     *
     * @throws Refused when a parameter has a value that there is not
     */
    public static PortfolioFilter asked(Map<String, String> parameters) {
        mustBeKnown(parameters.keySet());
        return new PortfolioFilter(
                one(Phase.class, parameters, "phase"),
                one(Phase.class, parameters, "reached"),
                one(PilotStatus.class, parameters, "status"),
                yes(parameters, "open"),
                text(parameters, "tier"),
                text(parameters, "unit"),
                yes(parameters, "late"),
                text(parameters, "lateRole"),
                text(parameters, "role"),
                one(Answer.class, parameters, "answer"),
                one(StallReason.class, parameters, "stalled"),
                one(StallReason.class, parameters, "waiting"),
                yes(parameters, "adopted"),
                yes(parameters, "reworked"),
                yes(parameters, "beyondTimeBox"),
                quarter(parameters),
                text(parameters, "waitsFor"),
                text(parameters, "text"));
    }

    private static void mustBeKnown(Set<String> names) {
        List<String> known = Arrays.stream(PortfolioFilter.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (String name : names) {
            if (!known.contains(name) && !BESIDE.contains(name)) {
                throw FieldsRefused.of(name, "site.input.unknown", name, String.join(", ", known));
            }
        }
    }

    private static void mustBeRole(String name, @Nullable String group) {
        if (group != null && Role.ofGroup(group).isEmpty()) {
            throw unknown(name, group);
        }
    }

    private static FieldsRefused unknown(String name, @Nullable String value) {
        return FieldsRefused.of(name, "portfolio.filter.unknown", name, String.valueOf(value));
    }

    private static boolean yes(Map<String, String> parameters, String name) {
        String value = text(parameters, name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw unknown(name, value);
        }
        return "true".equals(value);
    }

    private static @Nullable Quarter quarter(Map<String, String> parameters) {
        String value = text(parameters, "chartered");
        try {
            return value == null ? null : Quarter.valueOf(value);
        } catch (RuntimeException none) {
            throw unknown("chartered", value);
        }
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, Map<String, String> parameters, String name) {
        String value = text(parameters, name);
        try {
            return value == null ? null : Enum.valueOf(type, value);
        } catch (IllegalArgumentException none) {
            throw unknown(name, value);
        }
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
