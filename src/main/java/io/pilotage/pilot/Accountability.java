package io.pilotage.pilot;

import io.pilotage.identity.Role;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** Who answers for one role on one case: a named person with a deputy and a superior, or visibly nobody. */
@Table("accountability")
public class Accountability {

    @Id
    private final String id;

    private final String pilotKey;

    @Column("role_group")
    private final String roleGroup;

    private @Nullable String person;
    private @Nullable String deputy;
    private @Nullable String superior;
    private @Nullable Instant acceptedAt;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Accountability(String id, String pilotKey, String roleGroup) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.roleGroup = roleGroup;
    }

    /** A role on a case for which nobody answers yet. */
    static Accountability vacant(String pilotKey, Role role) {
        return new Accountability(UUID.randomUUID().toString(), pilotKey, role.group());
    }

    /** Names a person; accepting is the person's own act, so an earlier acceptance is gone. */
    void name(@Nullable String newPerson, @Nullable String newDeputy, @Nullable String newSuperior) {
        if (newPerson == null || !newPerson.equals(person)) {
            acceptedAt = null;
        }
        person = newPerson;
        deputy = newDeputy;
        superior = newSuperior;
    }

    /** @throws Refused when somebody else is named */
    void accept(String by, Instant at) {
        if (!by.equals(person)) {
            throw new Refused("pilot.accountability.notYours", Word.role(roleGroup));
        }
        acceptedAt = at;
    }

    /** The person is gone or declined; the deputy, if any, acts until somebody accepts. */
    void vacate() {
        person = null;
        acceptedAt = null;
    }

    /** Whether a named person has accepted. */
    public boolean isAccepted() {
        return person != null && acceptedAt != null;
    }

    String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public String roleGroup() {
        return roleGroup;
    }

    public @Nullable String person() {
        return person;
    }

    public @Nullable String deputy() {
        return deputy;
    }

    public @Nullable String superior() {
        return superior;
    }

    public @Nullable Instant acceptedAt() {
        return acceptedAt;
    }
}
