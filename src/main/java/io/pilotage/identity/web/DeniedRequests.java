package io.pilotage.identity.web;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.identity.ActingRole;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Puts on the trail who is signed in and asked for something that the security chain keeps for others. */
@Component
class DeniedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedRequests.class);
    private static final int LONGEST = 200;

    private final Trail trail;
    private final Clock clock;

    DeniedRequests(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** The answer is no, whether it could be written down or not. */
    @EventListener
    void denied(AuthorizationDeniedEvent<?> denial) {
        Authentication person = denial.getAuthentication().get();
        if (person == null
                || person instanceof AnonymousAuthenticationToken
                || !(denial.getObject() instanceof HttpServletRequest request)) {
            return;
        }
        String asked = (request.getMethod() + " " + request.getRequestURI()).replaceAll("\\p{Cntrl}+", " ");
        try {
            trail.note(TrailEntry.of(
                            Undertaking.ADMINISTRATION.chain(person.getName()),
                            clock.instant(),
                            person.getName(),
                            "requestDenied")
                    .as(ActingRole.of(person), null)
                    .words("request", asked.substring(0, Math.min(asked.length(), LONGEST)))
                    .build());
        } catch (RuntimeException unwritten) {
            LOG.error("Not in the trail: a request that was denied", unwritten);
        }
    }
}
