package io.pilotage.pilot;

import io.pilotage.identity.Role;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever answers for a role reports harm or a broken limit while people use a pilot, not only at a review (R105). */
@Service
@Transactional
public class HarmReport {

    private static final int LONGEST = 2000;
    private static final Set<Role> ONLY_LOOKING = Set.of(Role.PROCESS_ADMIN, Role.AUDIT_READ);

    private final CaseRights rights;
    private final ObjectProvider<RunningUse> uses;

    HarmReport(CaseRights rights, ObjectProvider<RunningUse> uses) {
        this.rights = rights;
        this.uses = uses;
    }

    /** Whether people use the pilot now and the person acts for a role of the case. */
    @Transactional(readOnly = true)
    public boolean mayReport(String pilotKey, String person) {
        return uses.stream().anyMatch(use -> use.isOpen(pilotKey)) && actsForSomeRole(pilotKey, person);
    }

    /**
     * Asks whoever runs the pilot to take the ring back at once.
     *
     * @throws Refused when nobody uses it now, the person acts for no role of the case, or nothing is said
     */
    public void report(String pilotKey, String what, String by) {
        if (uses.stream().noneMatch(use -> use.isOpen(pilotKey))) {
            throw new Refused("pilot.harm.notInUse");
        }
        if (!actsForSomeRole(pilotKey, by)) {
            throw new Refused("pilot.harm.notYours");
        }
        if (what.isBlank()) {
            throw FieldsRefused.of("what", "pilot.harm.what");
        }
        if (what.length() > LONGEST) {
            throw FieldsRefused.of("what", "site.input.tooLong", LONGEST);
        }
        uses.forEach(use -> use.report(pilotKey, what.strip(), by));
    }

    private boolean actsForSomeRole(String pilotKey, String person) {
        return Arrays.stream(Role.values())
                .filter(role -> !ONLY_LOOKING.contains(role))
                .anyMatch(role -> rights.actsFor(pilotKey, role, person));
    }
}
