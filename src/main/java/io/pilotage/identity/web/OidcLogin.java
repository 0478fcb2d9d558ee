package io.pilotage.identity.web;

import io.pilotage.identity.WithKeycloak;
import io.pilotage.identity.keycloak.IdentityProperties;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Signing in and out by OpenID Connect: code with proof key, sign-out there as well, and sign-out from there. */
@Component
@WithKeycloak
class OidcLogin {

    /** Where signing in begins; the client's name follows. */
    static final String BEGINNING = "/oauth2/authorization";

    private final ClientRegistrationRepository clients;
    private final SessionTokens tokens;
    private final OidcSessionRegistry sessions;
    private final IdentityProperties properties;

    OidcLogin(
            ClientRegistrationRepository clients,
            SessionTokens tokens,
            OidcSessionRegistry sessions,
            IdentityProperties properties) {
        this.clients = clients;
        this.tokens = tokens;
        this.sessions = sessions;
        this.properties = properties;
    }

    void on(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage("/login")
                        .failureUrl("/login?error")
                        .defaultSuccessUrl("/")
                        .clientRegistrationRepository(clients)
                        .authorizedClientRepository(tokens)
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(resolver())))
                .logout(logout -> logout.logoutSuccessHandler(leave()))
                .oidcLogout(logout -> logout.clientRegistrationRepository(clients)
                        .oidcSessionRegistry(sessions)
                        .backChannel(channel -> channel.logoutHandler((request, response, asked) ->
                                sessions.removeSessionInformation((OidcLogoutToken) asked.getPrincipal()))));
    }

    private OAuth2AuthorizationRequestResolver resolver() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, BEGINNING);
        Consumer<OAuth2AuthorizationRequest.Builder> proofKey = OAuth2AuthorizationRequestCustomizers.withPkce();
        resolver.setAuthorizationRequestCustomizer(proofKey.andThen(request -> request.additionalParameters(
                Map.of("ui_locales", LocaleContextHolder.getLocale().getLanguage()))));
        return new FreshSignInRequests(resolver);
    }

    private OidcClientInitiatedLogoutSuccessHandler leave() {
        var leave = new OidcClientInitiatedLogoutSuccessHandler(clients);
        String base = properties.baseUrl().isEmpty() ? "{baseUrl}" : properties.baseUrl();
        leave.setPostLogoutRedirectUri(base + "/login?logout");
        leave.setDefaultTargetUrl("/login?logout");
        return leave;
    }
}
