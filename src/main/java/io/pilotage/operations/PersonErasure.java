package io.pilotage.operations;

import io.pilotage.audit.Erasure;
import io.pilotage.identity.People;
import io.pilotage.identity.RememberedNames;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Erases a person in two steps: first it is said what would go, then exactly that goes. Who still holds a role is not
 * erased, because the trail is what keeps them from approving their own work.
 */
@Service
public class PersonErasure {

    /** A reason shorter than this says nothing. */
    private static final int SHORTEST_REASON = 10;

    private static final int LONGEST_REASON = 1_000;
    private static final int SHORTEST_SPELLING = 3;
    private static final int MOST_SPELLINGS = 20;

    private final Erasure erasure;
    private final People people;
    private final RememberedNames remembered;

    PersonErasure(Erasure erasure, People people, RememberedNames remembered) {
        this.erasure = erasure;
        this.people = people;
        this.remembered = remembered;
    }

    /**
     * The first step: what would go.
     *
     * @param person id as the identity provider has it
     * @param spellings other ways in which texts name the person; the name in the directory is known without
     * @throws Refused when nothing is known of the person, when they still hold a role, when a spelling is too short
     *     to name only one person, or when no reason is given
     */
    public Erasure.Erased intend(String person, List<String> spellings, String reason) {
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw FieldsRefused.of("reason", "operations.erasure.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        if (spellings.size() > MOST_SPELLINGS
                || spellings.stream().anyMatch(one -> one.strip().length() < SHORTEST_SPELLING)) {
            throw FieldsRefused.of("names", "operations.erasure.spelling", MOST_SPELLINGS, SHORTEST_SPELLING);
        }
        if (people.find(person).filter(known -> !known.roles().isEmpty()).isPresent()) {
            throw Refused.conflict("operations.erasure.holdsRole");
        }
        Erasure.Erased held = erasure.held(person, names(person, spellings));
        if (person.isBlank() || held.all() == 0) {
            throw FieldsRefused.of("person", "operations.erasure.unknown");
        }
        return held;
    }

    /**
     * The second step.
     *
     * @param values how many values and texts the first step counted
     * @param actor id of the administrator
     * @throws Refused as in the first step, or when something was written about the person since
     */
    public Erasure.Erased erase(String person, List<String> spellings, String reason, int values, String actor) {
        Erasure.Erased held = intend(person, spellings, reason);
        if (held.all() != values) {
            throw Refused.conflict("operations.erasure.changed");
        }
        Erasure.Erased gone = erasure.erase(person, names(person, spellings), actor, reason.strip());
        remembered.forget(person);
        return gone;
    }

    private List<String> names(String person, List<String> spellings) {
        List<String> names = new ArrayList<>(spellings);
        names.add(people.nameOf(person));
        return names;
    }
}
