package io.pilotage.pilot;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import java.time.Clock;
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

    void record(String pilotKey, String by, String kind, @Nullable String note) {
        trail.append(TrailEntry.of(pilotKey, clock.instant(), by, kind)
                .words("note", note)
                .build());
    }
}
