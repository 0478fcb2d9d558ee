package io.pilotage.identity.web;

import io.pilotage.identity.WithKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Which of our sessions belong to a session at Keycloak. The sessions in the database say so themselves, so a sign-out
 * that reaches one node ends the session on all.
 */
@Component
@WithKeycloak
class KeycloakSessions implements OidcSessionRegistry {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    KeycloakSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        // Nothing to do: the session in the database names its person and the session at Keycloak.
    }

    /** What a session that ends by itself leaves behind: nothing, for the same reason. */
    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    /** Ends every session the token is about; all of the person's when it names none. */
    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        List<OidcSessionInformation> ended = new ArrayList<>();
        sessions.findByPrincipalName(Objects.requireNonNullElse(token.getSubject(), ""))
                .forEach((id, session) -> {
                    OidcUser user = user(session);
                    if (user != null
                            && (token.getSessionId() == null
                                    || token.getSessionId().equals(user.getClaimAsString("sid")))) {
                        sessions.deleteById(id);
                        ended.add(new OidcSessionInformation(id, Map.of(), user));
                    }
                });
        return ended;
    }

    private static @Nullable OidcUser user(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                ? user
                : null;
    }
}
