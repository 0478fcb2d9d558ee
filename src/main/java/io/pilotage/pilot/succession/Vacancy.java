package io.pilotage.pilot.succession;

import io.pilotage.pilot.PilotStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A role on a case whose person is gone, from then until somebody answers for it again. */
@Table("vacancy")
public class Vacancy {

    /** Who answers for the role in the end. */
    public enum Outcome {
        ACCEPTED,
        SUPERIOR,
        NOBODY,
        /** The pilot ended before anybody took over. */
        LAPSED
    }

    @Id
    private final String id;

    private final String pilotKey;
    private final String roleGroup;
    private final String person;
    private final Instant since;
    private @Nullable String deputy;
    private @Nullable String proposed;
    private @Nullable String grounds;
    private @Nullable String handover;
    private @Nullable String proposedBy;
    private @Nullable String nextDeputy;
    private @Nullable Outcome outcome;
    private @Nullable Instant closedAt;
    private @Nullable PilotStatus suspendedFrom;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Vacancy(String id, String pilotKey, String roleGroup, String person, Instant since) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.roleGroup = roleGroup;
        this.person = person;
        this.since = since;
    }

    static Vacancy left(String pilotKey, String roleGroup, String person, @Nullable String deputy, Instant at) {
        Vacancy vacancy = new Vacancy(UUID.randomUUID().toString(), pilotKey, roleGroup, person, at);
        vacancy.deputy = deputy;
        return vacancy;
    }

    void propose(String successor, String why, String toHandOver, String by) {
        proposed = successor;
        grounds = why;
        handover = toHandOver;
        proposedBy = by;
    }

    void accept(@Nullable String deputyOfSuccessor) {
        nextDeputy = deputyOfSuccessor;
    }

    void decline() {
        proposed = null;
    }

    void close(Outcome end, Instant at) {
        outcome = end;
        closedAt = at;
    }

    /** Nobody was found, so the case rests; it returns to the status it had. */
    void suspends(PilotStatus before) {
        suspendedFrom = before;
    }

    /** Somebody answers again, so the vacancy suspends nothing any more. */
    void releases() {
        suspendedFrom = null;
    }

    /** The status to which the case returns, or null when this vacancy suspends nothing. */
    public @Nullable PilotStatus suspendedFrom() {
        return suspendedFrom;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public String roleGroup() {
        return roleGroup;
    }

    public String person() {
        return person;
    }

    public Instant since() {
        return since;
    }

    public @Nullable String deputy() {
        return deputy;
    }

    public @Nullable String proposed() {
        return proposed;
    }

    public @Nullable String grounds() {
        return grounds;
    }

    public @Nullable String handover() {
        return handover;
    }

    public @Nullable String proposedBy() {
        return proposedBy;
    }

    public @Nullable String nextDeputy() {
        return nextDeputy;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
