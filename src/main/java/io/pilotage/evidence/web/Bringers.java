package io.pilotage.evidence.web;

import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.CasePowers;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may read rows, and who may bring them: those who measure. */
@Component
class Bringers {

    private static final List<Role> MEASURE = List.of(Role.FINANCE_PARTNER, Role.ADOPTION_ANALYST, Role.IT_OPERATIONS);

    private final CasePowers powers;
    private final People people;

    Bringers(CasePowers powers, People people) {
        this.powers = powers;
        this.people = people;
    }

    /** @throws AccessDeniedException when the person holds no role */
    void mustRead(String person) {
        if (!powers.mayRead(person)) {
            throw new AccessDeniedException("pilot.read.noRole");
        }
    }

    boolean mayBring(String person) {
        return people.find(person)
                .filter(known -> MEASURE.stream().anyMatch(known::holds))
                .isPresent();
    }

    /** @throws AccessDeniedException when the person measures nothing */
    void mustBring(String person) {
        if (!mayBring(person)) {
            throw new AccessDeniedException("evidence.notYours");
        }
    }
}
