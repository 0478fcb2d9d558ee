package io.pilotage.operations;

import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * That a case be put back to a step by hand: one administrator asks, another one does it, and only for a short time.
 * Alone nobody can.
 */
@Table("emergency")
public class Emergency {

    /** For how long another administrator may confirm. */
    public static final Duration VALID = Duration.ofMinutes(30);

    /** A reason shorter than this says nothing. */
    static final int SHORTEST_REASON = 10;

    static final int LONGEST_REASON = 1_000;

    /** What became of it. */
    public enum State {
        ASKED,
        /** Another administrator confirmed, and the case was put back. */
        DONE,
        /** An administrator turned it down, or whoever asked took it back. */
        TURNED_DOWN
    }

    @Id
    private final String id;

    private final String pilotKey;
    private final String processId;
    private final String place;
    private final String standsAt;
    private final String step;
    private final String reason;
    private final String askedBy;
    private final Instant askedAt;
    private State state;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Emergency(
            String id,
            String pilotKey,
            String processId,
            String place,
            String standsAt,
            String step,
            String reason,
            String askedBy,
            Instant askedAt,
            State state) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.processId = processId;
        this.place = place;
        this.standsAt = standsAt;
        this.step = step;
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.state = state;
    }

    /** @throws Refused when the case has not been at that step, or no reason is given */
    static Emergency asked(
            String pilotKey, CasePlaces.Place from, String step, String reason, String person, Instant at) {
        String words = reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw FieldsRefused.of("reason", "operations.emergency.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        if (!from.steps().contains(step)) {
            throw FieldsRefused.of("way", "operations.emergency.neverThere");
        }
        return new Emergency(
                UUID.randomUUID().toString(),
                pilotKey,
                from.processId(),
                from.id(),
                String.join(",", from.elements()),
                step,
                words,
                person,
                at,
                State.ASKED);
    }

    /** @throws Refused when it is the same person, too late, or closed already */
    void confirm(String person, Instant now) {
        if (person.equals(askedBy)) {
            throw new Refused("operations.emergency.samePerson");
        }
        if (isTooLate(now)) {
            throw new Refused("operations.emergency.tooLate", VALID.toMinutes());
        }
        close(State.DONE, person, now);
    }

    /** By anybody of the administrators, the one who asked included. @throws Refused when it is closed already */
    void turnDown(String person, Instant now) {
        close(State.TURNED_DOWN, person, now);
    }

    private void close(State outcome, String person, Instant now) {
        if (state != State.ASKED) {
            throw new Refused("operations.emergency.closed");
        }
        state = outcome;
        closedBy = person;
        closedAt = now;
    }

    /** Whether nobody can confirm any more. */
    public boolean isTooLate(Instant now) {
        return now.isAfter(askedAt.plus(VALID));
    }

    /** Whether another administrator may confirm now. */
    public boolean waits(Instant now) {
        return state == State.ASKED && !isTooLate(now);
    }

    public String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public String processId() {
        return processId;
    }

    /** Where the case stood, as {@link CasePlaces} names it. */
    public String place() {
        return place;
    }

    /** The elements at which the case stood. */
    public List<String> standsAt() {
        return List.of(standsAt.split(","));
    }

    /** The step to which the case goes back. */
    public String step() {
        return step;
    }

    public String reason() {
        return reason;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public State state() {
        return state;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
