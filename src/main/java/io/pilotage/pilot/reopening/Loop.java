package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Gate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** One more round about a gate: who asked for it, on what evidence, who owns the risk, how long it took and what it cost. */
@Table("decision_loop")
public class Loop {

    /** How a loop comes about. */
    public enum Kind {
        /** The signers of a gate sent it back. */
        REWORK,
        /** Somebody questioned what was decided. */
        REOPENING
    }

    /** How a loop ended. */
    public enum Outcome {
        /** Those whom it concerns decided again. */
        DECIDED,
        /** Nobody owned the risk of asking. */
        NOT_OWNED,
        /** What was decided stands. */
        STANDS,
        /** The evidence calls the pilot into question. */
        IN_QUESTION,
        /** Sponsor and chair go on without a further loop. */
        OWNED,
        /** Sponsor or chair ended the pilot. */
        KILLED,
        /** The pilot ended otherwise. */
        LAPSED
    }

    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    @Id
    private final String id;

    private final String pilotKey;
    private final Gate gate;
    private final Kind kind;
    private final int loopNumber;

    @Embedded(onEmpty = OnEmpty.USE_EMPTY)
    private final Question question;

    private final @Nullable BigDecimal costPerDay;
    private final @Nullable String currency;
    private final Instant askedAt;
    private @Nullable String owner;
    private @Nullable Instant openedAgainAt;
    private @Nullable Outcome outcome;
    private @Nullable String answer;
    private @Nullable Instant closedAt;

    @MappedCollection(idColumn = "loop_id", keyColumn = "position")
    private List<Settlement> settlements = new ArrayList<>();

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Loop(
            String id,
            String pilotKey,
            Gate gate,
            Kind kind,
            int loopNumber,
            Question question,
            @Nullable BigDecimal costPerDay,
            @Nullable String currency,
            Instant askedAt) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.gate = gate;
        this.kind = kind;
        this.loopNumber = loopNumber;
        this.question = question;
        this.costPerDay = costPerDay;
        this.currency = currency;
        this.askedAt = askedAt;
    }

    static Loop asked(
            String pilotKey,
            Gate gate,
            Kind kind,
            int number,
            Question question,
            @Nullable BigDecimal costPerDay,
            @Nullable String currency,
            Instant at) {
        return new Loop(UUID.randomUUID().toString(), pilotKey, gate, kind, number, question, costPerDay, currency, at);
    }

    /** Somebody owns the risk of asking. */
    void own(String person) {
        owner = person;
    }

    /** The point is open again, for the reason given, until those whom it concerns have decided. */
    void openAgain(String why, Instant at) {
        answer = why;
        openedAgainAt = at;
    }

    /** Notes what one of those says who are asked. @return whether all of them have spoken */
    boolean settle(Settlement settlement, int needed) {
        settlements.add(settlement);
        return settlements.size() >= needed;
    }

    /** The first who is against it, if anybody is. */
    Optional<Settlement> against() {
        return settlements.stream().filter(said -> !said.owned()).findFirst();
    }

    void close(Outcome how, @Nullable String words, Instant at) {
        outcome = how;
        answer = words;
        closedAt = at;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** Whether its point is open again and not decided yet. */
    public boolean isOpenAgain() {
        return isOpen() && openedAgainAt != null;
    }

    /** Whether it counts: a question whose risk nobody owned held nothing up. */
    boolean counts() {
        return outcome != Outcome.NOT_OWNED;
    }

    /** Calendar days it took or has taken so far, a begun day as a whole one. */
    public long days(Instant now) {
        Duration taken = Duration.between(askedAt, closedAt == null ? now : closedAt);
        return Math.max(1, (taken.toSeconds() + SECONDS_OF_A_DAY - 1) / SECONDS_OF_A_DAY);
    }

    /** What it cost so far in the pilot's currency, in whole units; empty when no money case was sealed. */
    public Optional<BigDecimal> cost(Instant now) {
        return Optional.ofNullable(costPerDay)
                .map(perDay -> perDay.multiply(BigDecimal.valueOf(days(now))).setScale(0, RoundingMode.HALF_UP));
    }

    public String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public Gate gate() {
        return gate;
    }

    public Kind kind() {
        return kind;
    }

    /** The how-manieth loop of its pilot it is, from one. */
    public int number() {
        return loopNumber;
    }

    public Question question() {
        return question;
    }

    public @Nullable String currency() {
        return currency;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable String owner() {
        return owner;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String answer() {
        return answer;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
