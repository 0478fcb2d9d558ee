package io.pilotage.operations;

import io.pilotage.audit.Erasure;
import io.pilotage.identity.People;
import io.pilotage.workflow.Refused;
import org.springframework.stereotype.Service;

/**
 * Erases a person from the trail in two steps: first it is said what would go, then exactly that goes. Who still holds a
 * role is not erased, because the trail is what keeps them from approving their own work.
 */
@Service
public class PersonErasure {

    /** A reason shorter than this says nothing. */
    private static final int SHORTEST_REASON = 10;

    private static final int LONGEST_REASON = 1_000;

    private final Erasure erasure;
    private final People people;

    PersonErasure(Erasure erasure, People people) {
        this.erasure = erasure;
        this.people = people;
    }

    /**
     * The first step: what would go.
     *
     * @param person id as the identity provider has it
     * @throws Refused when the trail does not know the person, when they still hold a role, or when no reason is given
     */
    public Erasure.Erased intend(String person, String reason) {
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new Refused("operations.erasure.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        if (people.find(person).filter(known -> !known.roles().isEmpty()).isPresent()) {
            throw new Refused("operations.erasure.holdsRole");
        }
        Erasure.Erased held = erasure.held(person, people.nameOf(person));
        if (held.values() == 0) {
            throw new Refused("operations.erasure.unknown");
        }
        return held;
    }

    /**
     * The second step.
     *
     * @param values how many values and copies the first step counted
     * @param actor id of the administrator
     * @throws Refused as in the first step, or when something was written about the person since
     */
    public Erasure.Erased erase(String person, String reason, int values, String actor) {
        Erasure.Erased held = intend(person, reason);
        if (held.values() + held.copies() != values) {
            throw new Refused("operations.erasure.changed");
        }
        return erasure.erase(person, people.nameOf(person), actor, reason.strip());
    }
}
