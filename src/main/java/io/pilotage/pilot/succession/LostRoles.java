package io.pilotage.pilot.succession;

import io.pilotage.identity.Role;
import io.pilotage.identity.RolesLost;
import io.pilotage.pilot.AccountabilityManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seeks a successor for everything a person answered for in a role that was taken away from them. */
@Component
class LostRoles {

    private final Succession succession;
    private final AccountabilityManagement accountabilities;

    LostRoles(Succession succession, AccountabilityManagement accountabilities) {
        this.succession = succession;
        this.accountabilities = accountabilities;
    }

    @EventListener
    @Transactional
    void seek(RolesLost lost) {
        if (lost.gone()) {
            succession.personLeft(lost.person());
            return;
        }
        accountabilities.heldBy(lost.person()).stream()
                .filter(held -> Role.ofGroup(held.roleGroup())
                        .filter(lost.roles()::contains)
                        .isPresent())
                .forEach(held -> succession.open(held.pilotKey(), held.roleGroup(), lost.person()));
    }
}
