package io.pilotage.identity.web;

import io.pilotage.identity.WithKeycloak;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/** Keeps a person's tokens in their session, and nothing of the client: its secret never gets into the database. */
@Component
@WithKeycloak
class SessionTokens implements OAuth2AuthorizedClientRepository {

    private static final String ACCESS = SessionTokens.class.getName() + ".access";
    private static final String REFRESH = SessionTokens.class.getName() + ".refresh";

    private final ClientRegistrationRepository clients;

    SessionTokens(ClientRegistrationRepository clients) {
        this.clients = clients;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCESS) instanceof OAuth2AccessToken access)) {
            return null;
        }
        return (T) new OAuth2AuthorizedClient(
                clients.findByRegistrationId(registration), person.getName(), access, (OAuth2RefreshToken)
                        session.getAttribute(REFRESH));
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession().setAttribute(ACCESS, client.getAccessToken());
        request.getSession().setAttribute(REFRESH, client.getRefreshToken());
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCESS);
            session.removeAttribute(REFRESH);
        }
    }
}
