package io.pilotage.pilot.defence;

import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;

/** What was agreed of a limit and does not change while it is watched (R88). */
record AgreedLimit(
        @Column("metric") String metric,
        @Column("comparator") String comparator,
        @Column("threshold") BigDecimal threshold,
        @Column("counts_from") LocalDate countsFrom,
        @Column("checked_again") String checkedAgain,
        @Column("read_from") String readFrom,
        @Column("checker") String checker,
        @Column("defender") String defender,
        @Column("consequence") Consequence consequence) {

    static AgreedLimit of(Terms terms) {
        return new AgreedLimit(
                terms.metric(),
                terms.comparator(),
                terms.threshold(),
                terms.checkedOn(),
                terms.checkedAgain(),
                terms.source(),
                terms.checker().group(),
                terms.defender().group(),
                terms.consequence());
    }

    /** Whether this is, word for word, what was agreed; the day it is looked at next does not belong to it. */
    boolean is(Terms terms) {
        return metric.equals(terms.metric())
                && comparator.equals(terms.comparator())
                && threshold.compareTo(terms.threshold()) == 0
                && countsFrom.equals(terms.checkedOn())
                && checkedAgain.equals(terms.checkedAgain())
                && readFrom.equals(terms.source())
                && checker.equals(terms.checker().group())
                && defender.equals(terms.defender().group())
                && consequence == terms.consequence();
    }

    /** Whether the figure lies on the good side. */
    boolean isKeptBy(BigDecimal figure) {
        return comparator.equals("atLeast") ? figure.compareTo(threshold) >= 0 : figure.compareTo(threshold) <= 0;
    }
}
