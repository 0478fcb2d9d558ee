package io.pilotage.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.operaton.bpm.engine.rest.security.auth.AuthenticationResult;
import org.operaton.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells Tasklist, Cockpit and Admin who is signed in, so that they never ask for a password of their own. */
public class WebappIdentity implements AuthenticationProvider {

    private static final String REMEMBERED = "authenticatedUser";

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult result = AuthenticationResult.successful(person.getName());
        result.setGroups(EngineIdentityFilter.groupsOf(person));
        forgetOldGroups(request, result);
        return result;
    }

    /** The web applications remember a person's groups in the session, so what is no longer true is taken out. */
    private static void forgetOldGroups(HttpServletRequest request, AuthenticationResult now) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(REMEMBERED) instanceof Authentications remembered) {
            boolean same = remembered.getAuthentications().stream()
                    .allMatch(known -> known.getIdentityId().equals(now.getAuthenticatedUser())
                            && Set.copyOf(known.getGroupIds()).equals(Set.copyOf(now.getGroups())));
            if (!same) {
                session.removeAttribute(REMEMBERED);
            }
        }
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Our security chain has sent anonymous people to the login page before they get here.
    }
}
