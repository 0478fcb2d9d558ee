package io.pilotage.pilot.defence;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A limit with a day: somebody reads the figure then, and what was agreed happens when the limit is missed (R88). */
@Table("watched_limit")
public class WatchedLimit {

    private static final int MONTH = 1;
    private static final int QUARTER = 3;

    /** Where the limit was agreed; a later agreement of the same kind replaces an earlier one. */
    public enum Agreement {
        MONEY_CASE,
        DEFENCE
    }

    /** What was agreed for the case that it is missed. */
    public enum Consequence {
        DEFEND,
        SHRINK,
        STOP
    }

    @Id
    private final String id;

    private final String pilotKey;
    private final Agreement agreement;
    private final String metric;
    private final String comparator;
    private final BigDecimal threshold;
    private LocalDate dueOn;
    private final String checkedAgain;
    private final String readFrom;
    private final String checker;
    private final String defender;
    private final Consequence consequence;
    private boolean replaced;
    private @Nullable BigDecimal measured;
    private @Nullable LocalDate measuredOn;
    private final LocalDate countsFrom;
    private @Nullable LocalDate metOn;
    private @Nullable LocalDate closedOn;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    WatchedLimit(
            String id,
            String pilotKey,
            Agreement agreement,
            String metric,
            String comparator,
            BigDecimal threshold,
            LocalDate dueOn,
            String checkedAgain,
            String readFrom,
            String checker,
            String defender,
            Consequence consequence,
            LocalDate countsFrom) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.agreement = agreement;
        this.metric = metric;
        this.comparator = comparator;
        this.threshold = threshold;
        this.dueOn = dueOn;
        this.checkedAgain = checkedAgain;
        this.readFrom = readFrom;
        this.checker = checker;
        this.defender = defender;
        this.consequence = consequence;
        this.countsFrom = countsFrom;
    }

    static WatchedLimit of(String pilotKey, Agreement agreement, Terms terms) {
        return new WatchedLimit(
                UUID.randomUUID().toString(),
                pilotKey,
                agreement,
                terms.metric(),
                terms.comparator(),
                terms.threshold(),
                terms.checkedOn(),
                terms.checkedAgain(),
                terms.source(),
                terms.checker().group(),
                terms.defender().group(),
                terms.consequence(),
                terms.checkedOn());
    }

    /** Whether this is what was agreed once more, whatever day it is looked at next. */
    boolean is(Terms terms) {
        return metOn == null
                && metric.equals(terms.metric())
                && comparator.equals(terms.comparator())
                && threshold.compareTo(terms.threshold()) == 0
                && checkedAgain.equals(terms.checkedAgain())
                && readFrom.equals(terms.source())
                && consequence == terms.consequence();
    }

    /** Another agreement is watched from now on. */
    void replace() {
        replaced = true;
    }

    /** Notes the figure that was read. @throws Refused when it is said to have been read in the future */
    void read(BigDecimal figure, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new Refused("pilot.limit.ahead");
        }
        measured = figure;
        measuredOn = on;
    }

    /** It was missed; what was agreed happens once. @return false when it has happened already */
    boolean meet(LocalDate today) {
        if (metOn != null) {
            return false;
        }
        metOn = today;
        return true;
    }

    /** Whether somebody still looks at it: no later agreement has replaced it, it was not missed, and its last day is not over. */
    public boolean isWatched() {
        return !replaced && metOn == null && closedOn == null;
    }

    /** Whether a figure of that day is held against it. */
    boolean countsOn(LocalDate day) {
        return !day.isBefore(countsFrom);
    }

    /** Whether the figure read last lies on the good side; a figure that nobody has read does not. */
    public boolean isKept() {
        return measured != null
                && (comparator.equals("atLeast")
                        ? measured.compareTo(threshold) >= 0
                        : measured.compareTo(threshold) <= 0);
    }

    /** Sets the next day, counted from the last; empty when it was agreed to look once. */
    Optional<LocalDate> scheduleNext() {
        int months = switch (checkedAgain) {
            case "monthly" -> MONTH;
            case "quarterly" -> QUARTER;
            default -> 0;
        };
        if (months == 0) {
            closedOn = dueOn;
            return Optional.empty();
        }
        dueOn = dueOn.plusMonths(months);
        measured = null;
        measuredOn = null;
        return Optional.of(dueOn);
    }

    public String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public Agreement agreement() {
        return agreement;
    }

    public String metric() {
        return metric;
    }

    public String comparator() {
        return comparator;
    }

    public BigDecimal threshold() {
        return threshold;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public String readFrom() {
        return readFrom;
    }

    /** Group whose people read the figure. */
    public String checker() {
        return checker;
    }

    /** Group whose people may defend the pilot when it is missed. */
    public String defender() {
        return defender;
    }

    /** The day on which it was missed, or null while it was not. */
    public @Nullable LocalDate metOn() {
        return metOn;
    }

    public String checkedAgain() {
        return checkedAgain;
    }

    public Consequence consequence() {
        return consequence;
    }

    public boolean isReplaced() {
        return replaced;
    }

    public @Nullable BigDecimal measured() {
        return measured;
    }

    public @Nullable LocalDate measuredOn() {
        return measuredOn;
    }
}
