package io.pilotage.identity.web;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.identity.keycloak.Directory;
import io.pilotage.identity.keycloak.KeycloakAway;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Puts on the trail who signed in with a role that may do more than its tasks. Such a login that cannot be written down
 * is none.
 */
@Component
class PrivilegedLogins {

    private final People people;
    private final ObjectProvider<Directory> directory;
    private final Trail trail;
    private final Clock clock;

    PrivilegedLogins(People people, ObjectProvider<Directory> directory, Trail trail, Clock clock) {
        this.people = people;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** Before anybody else hears of the sign-in: it may be none. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        String person = signedIn.getAuthentication().getName();
        try {
            List<String> roles = Role.privilegedAmong(groupsOf(person)).stream()
                    .map(Role::group)
                    .toList();
            if (!roles.isEmpty()) {
                trail.note(TrailEntry.of(Undertaking.LOGIN.chain(person), clock.instant(), person, "signedIn")
                        .as(roles.get(0), null)
                        .argument("roles", roles)
                        .build());
            }
        } catch (DataAccessException | TransactionException | KeycloakAway unwritten) {
            endSession();
            throw new InternalAuthenticationServiceException("A login could not be written down", unwritten);
        }
    }

    /** The roles held now: Keycloak is asked, because this may be the first that the product hears of the person. */
    private List<String> groupsOf(String person) {
        Directory known = directory.getIfAvailable();
        Optional<Person> found = known == null ? people.find(person) : known.confirmed(person);
        return found.map(one -> one.roles().stream().map(Role::group).toList()).orElse(List.of());
    }

    private static void endSession() {
        SecurityContextHolder.clearContext();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpSession session = request.getRequest().getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
