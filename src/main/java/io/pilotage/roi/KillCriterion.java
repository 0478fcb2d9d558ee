package io.pilotage.roi;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pilotage.identity.Role;
import io.pilotage.pilot.defence.Terms;
import io.pilotage.pilot.defence.WatchedLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A limit that a machine can check (R88): the measured figure must stay on the good side of the threshold.
 *
 * @param metric code of the measure, for example {@code netValue} or {@code habitualShare}; {@code other} has a name
 * @param threshold in the unit of the measure
 * @param checkedOn first day on which the limit counts
 * @param checkedAgain {@code once}, {@code monthly} or {@code quarterly}
 * @param readFrom system or report it is read from
 * @param defender role that may ask for another chance: {@code buSponsor}, {@code decisionOwner} or {@code nobody}
 */
@Table("agreed_criterion")
public record KillCriterion(
        Kind kind,
        String metric,
        @Nullable String metricName,
        Comparator comparator,
        BigDecimal threshold,
        LocalDate checkedOn,
        String checkedAgain,
        String readFrom,
        Consequence consequence,
        String defender) {

    /** What the limit protects; a money case needs at least one of each. */
    public enum Kind {
        @JsonProperty("value")
        VALUE,
        @JsonProperty("adoption")
        ADOPTION,
        @JsonProperty("safety")
        SAFETY
    }

    /** Which side of the limit is good. */
    public enum Comparator {
        @JsonProperty("atLeast")
        AT_LEAST,
        @JsonProperty("atMost")
        AT_MOST
    }

    /** What happens by itself when the limit is missed. */
    public enum Consequence {
        @JsonProperty("defend")
        DEFEND,
        @JsonProperty("shrink")
        SHRINK,
        @JsonProperty("stop")
        STOP
    }

    /** The measure as people name it, or its code where the product knows it. */
    public String name() {
        return metricName == null ? metric : metricName;
    }

    /** What is watched from its day on; whoever knows the kind of figure best reads it. */
    public Terms terms() {
        return new Terms(
                name(),
                comparator == Comparator.AT_LEAST ? "atLeast" : "atMost",
                threshold,
                checkedOn,
                checkedAgain,
                readFrom,
                switch (kind) {
                    case VALUE -> Role.FINANCE_PARTNER;
                    case ADOPTION -> Role.ADOPTION_ANALYST;
                    case SAFETY -> Role.IT_OPERATIONS;
                },
                defender.equals("decisionOwner") ? Role.DECISION_OWNER : Role.BU_SPONSOR,
                defender.equals("nobody") && consequence == Consequence.DEFEND
                        ? WatchedLimit.Consequence.STOP
                        : WatchedLimit.Consequence.valueOf(consequence.name()));
    }

    /** Whether the limit counts on that day and the figure lies on its bad side. */
    public boolean isMetBy(BigDecimal measured, LocalDate day) {
        int side = measured.compareTo(threshold);
        return !day.isBefore(checkedOn) && (comparator == Comparator.AT_LEAST ? side < 0 : side > 0);
    }
}
