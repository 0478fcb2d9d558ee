package io.pilotage.audit;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records who signed in on the login page with a role that administers the product or reads everything. */
@Component
class PrivilegedLogins {

    private static final Set<String> PRIVILEGED = Set.of("process-admin", "audit-read", "governance-chair");

    private final TrailEntries entries;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PrivilegedLogins(TrailEntries entries, Clock clock, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        Authentication person = signedIn.getAuthentication();
        List<String> roles = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> authority.replaceFirst("^ROLE_", ""))
                .filter(PRIVILEGED::contains)
                .sorted()
                .toList();
        if (!roles.isEmpty()) {
            transaction.executeWithoutResult(status -> entries.append(TrailEntry.of(
                            Undertaking.LOGIN.chain(person.getName()), clock.instant(), person.getName(), "signedIn")
                    .as(roles.get(0), null)
                    .argument("roles", roles)
                    .build()));
        }
    }
}
