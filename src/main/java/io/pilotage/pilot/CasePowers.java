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
    private final AccountabilityManagement accountabilities;

    CasePowers(People people, AccountabilityManagement accountabilities) {
        this.people = people;
        this.accountabilities = accountabilities;
    }

    /** Everybody with a role reads every case. */
    public boolean mayRead(String person) {
        return people.find(person).filter(known -> !known.roles().isEmpty()).isPresent();
    }

    /** The portfolio office, the governance chair and the sponsor say who answers for a role. */
    public boolean mayName(String pilotKey, String person) {
        return holds(person, Role.PORTFOLIO_OFFICE)
                || holds(person, Role.GOVERNANCE_CHAIR)
                || isSponsor(pilotKey, person);
    }

    /** Only the sponsor withdraws. */
    public boolean mayWithdraw(String pilotKey, String person) {
        return isSponsor(pilotKey, person);
    }

    /** Who may name people may also end a hold before its date: the signers decide again either way. */
    public boolean mayLiftHold(String pilotKey, String person) {
        return mayName(pilotKey, person);
    }

    /** The named sponsor or the deputy; where nobody is named, anybody who holds the role. */
    private boolean isSponsor(String pilotKey, String person) {
        Optional<Accountability> sponsor = accountabilities.of(pilotKey, Role.BU_SPONSOR.group());
        boolean named = sponsor.filter(held -> held.person() != null).isPresent();
        return holds(person, Role.BU_SPONSOR)
                && (!named
                        || sponsor.filter(held -> person.equals(held.person()) || person.equals(held.deputy()))
                                .isPresent());
    }

    private boolean holds(String person, Role role) {
        Optional<Person> known = people.find(person);
        return known.isPresent() && known.get().holds(role);
    }
}
