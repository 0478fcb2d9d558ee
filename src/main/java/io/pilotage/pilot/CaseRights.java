package io.pilotage.pilot;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may act on a case outside its tasks, and what the trail says of it. */
@Component
class CaseRights {

    private final Accountabilities accountabilities;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    CaseRights(Accountabilities accountabilities, People people, Trail trail, Clock clock) {
        this.accountabilities = accountabilities;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** The person named for the role or the deputy; while nobody is named, whoever holds the role. */
    boolean actsFor(String pilotKey, Role role, String person) {
        Accountability held = accountabilities
                .findByPilotKeyAndRoleGroup(pilotKey, role.group())
                .orElseGet(() -> Accountability.vacant(pilotKey, role));
        boolean inRole = people.find(person).filter(found -> found.holds(role)).isPresent();
        return person.equals(held.deputy())
                || (inRole && (held.person() == null || held.person().equals(person)));
    }

    /** @param roles in which the person may have acted; the first that fits is put down, and for whom, by a deputy */
    void record(String pilotKey, String by, String kind, @Nullable String note, Role... roles) {
        TrailEntry.Builder entry = TrailEntry.of(pilotKey, clock.instant(), by, kind);
        Arrays.stream(roles)
                .filter(role -> actsFor(pilotKey, role, by))
                .findFirst()
                .ifPresent(role -> entry.as(
                        role.group(),
                        accountabilities
                                .findByPilotKeyAndRoleGroup(pilotKey, role.group())
                                .filter(held -> by.equals(held.deputy()))
                                .map(Accountability::person)
                                .orElse(null)));
        trail.append(entry.words("note", note).build());
    }
}
