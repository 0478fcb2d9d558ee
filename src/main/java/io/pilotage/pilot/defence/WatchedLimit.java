package io.pilotage.pilot.defence;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A limit with a day: somebody reads the figure then, and what was agreed happens when the limit is missed (R88). */
@Table("watched_limit")
public class WatchedLimit {

    private static final Map<String, Integer> MONTHS = Map.of("monthly", 1, "quarterly", 3);

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
    private final @Nullable String defended;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
    private final AgreedLimit agreed;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL)
    private @Nullable Reading reading;

    private LocalDate dueOn;
    private @Nullable LocalDate metOn;
    private @Nullable LocalDate closedOn;
    private boolean raised;
    private boolean replaced;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    WatchedLimit(
            String id,
            String pilotKey,
            Agreement agreement,
            @Nullable String defended,
            AgreedLimit agreed,
            LocalDate dueOn) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.agreement = agreement;
        this.defended = defended;
        this.agreed = agreed;
        this.dueOn = dueOn;
    }

    /** @param defended the criterion in whose defence it was sealed; null when it was agreed with the money case */
    static WatchedLimit of(String pilotKey, Agreement agreement, @Nullable String defended, Terms terms) {
        return new WatchedLimit(
                UUID.randomUUID().toString(), pilotKey, agreement, defended, AgreedLimit.of(terms), terms.checkedOn());
    }

    /** What is defended at most once: the measure, or for a limit sealed in a defence the measure defended then. */
    public String criterion() {
        return defended == null ? agreed.metric() : defended;
    }

    /** Whether it was agreed at the same occasion: with the money case, or in the defence of the same criterion. */
    boolean isOf(Agreement occasion, @Nullable String criterion) {
        return agreement == occasion && Objects.equals(defended, criterion);
    }

    /** Whether this is what was agreed once more, whatever day it is looked at next. */
    boolean is(Terms terms) {
        return metOn == null && agreed.is(terms);
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
        reading = new Reading(figure, on);
    }

    /** It was missed. @return false when what was agreed has happened already */
    boolean meet(LocalDate today) {
        metOn = Objects.requireNonNullElse(metOn, today);
        return !raised;
    }

    /** What was agreed has happened, and does not happen again. */
    void raise() {
        raised = true;
    }

    /** Whether it was missed while another question was open, so that what was agreed is still to happen. */
    boolean isWaiting() {
        return metOn != null && !raised && !replaced;
    }

    /** A figure from before that day says nothing about the day of the limit. */
    void forgetBefore(LocalDate day) {
        if (reading != null && reading.on().isBefore(day)) {
            reading = null;
        }
    }

    /** Whether somebody still looks at it: no later agreement has replaced it, it was not missed, and its last day is not over. */
    public boolean isWatched() {
        return !replaced && metOn == null && closedOn == null;
    }

    /** Whether a figure of that day is held against it. */
    boolean countsOn(LocalDate day) {
        return !day.isBefore(agreed.countsFrom());
    }

    /** Whether a figure of that day decides at once: on its day, or as soon as it counts and lies on the bad side. */
    boolean decidesOn(LocalDate day) {
        return countsOn(day) && (!isKept() || !day.isBefore(dueOn));
    }

    /** Whether the figure read last lies on the good side; a figure that nobody has read does not. */
    public boolean isKept() {
        return reading != null && agreed.isKeptBy(reading.figure());
    }

    /** Sets the next day, counted from the last; empty when it was agreed to look once. */
    Optional<LocalDate> scheduleNext() {
        int months = MONTHS.getOrDefault(agreed.checkedAgain(), 0);
        if (months == 0) {
            closedOn = dueOn;
            return Optional.empty();
        }
        dueOn = dueOn.plusMonths(months);
        reading = null;
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
        return agreed.metric();
    }

    public String comparator() {
        return agreed.comparator();
    }

    public BigDecimal threshold() {
        return agreed.threshold();
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public String readFrom() {
        return agreed.readFrom();
    }

    /** Group whose people read the figure. */
    public String checker() {
        return agreed.checker();
    }

    /** Group whose people may defend the pilot when it is missed. */
    public String defender() {
        return agreed.defender();
    }

    /** The day on which it was missed, or null while it was not. */
    public @Nullable LocalDate metOn() {
        return metOn;
    }

    public Consequence consequence() {
        return agreed.consequence();
    }

    public boolean isReplaced() {
        return replaced;
    }

    public @Nullable BigDecimal measured() {
        return reading == null ? null : reading.figure();
    }

    public @Nullable LocalDate measuredOn() {
        return reading == null ? null : reading.on();
    }

    /** A figure that was read or measured. */
    record Reading(
            @Column("measured") BigDecimal figure,
            @Column("measured_on") LocalDate on) {}
}
