package io.pilotage.pilot;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may do what to a case beside its tasks: name people, withdraw, lift a hold. */
@Component
public class CasePowers {

    private final People people;
    private final CaseRights rights;

    CasePowers(People people, CaseRights rights) {
        this.people = people;
        this.rights = rights;
    }

    /** Everybody with a role reads every case. */
    public boolean mayRead(String person) {
        return people.find(person).filter(known -> !known.roles().isEmpty()).isPresent();
    }

    /** The portfolio office, the governance chair and the sponsor say who answers for a role. */
    public boolean mayName(String pilotKey, String person) {
        return holds(person, Role.PORTFOLIO_OFFICE)
                || holds(person, Role.GOVERNANCE_CHAIR)
                || rights.actsFor(pilotKey, Role.BU_SPONSOR, person);
    }

    /** Only the sponsor or the sponsor's deputy withdraws. */
    public boolean mayWithdraw(String pilotKey, String person) {
        return rights.actsFor(pilotKey, Role.BU_SPONSOR, person);
    }

    /** The sponsor or the governance chair ends a hold before its date. */
    public boolean mayLiftHold(String pilotKey, String person) {
        return rights.actsFor(pilotKey, Role.BU_SPONSOR, person)
                || rights.actsFor(pilotKey, Role.GOVERNANCE_CHAIR, person);
    }

    private boolean holds(String person, Role role) {
        Optional<Person> known = people.find(person);
        return known.isPresent() && known.get().holds(role);
    }
}
