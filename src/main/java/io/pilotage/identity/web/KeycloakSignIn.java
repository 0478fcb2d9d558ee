package io.pilotage.identity.web;

import io.pilotage.identity.RolesHeldNow;
import io.pilotage.identity.WithKeycloak;
import io.pilotage.identity.keycloak.Directory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** People sign in at Keycloak, programs bring its tokens; both are looked up again every few seconds. */
@Component
@WithKeycloak
class KeycloakSignIn implements SignIn, RolesHeldNow {

    private final OidcLogin login;
    private final TokenCalls calls;
    private final SessionTokens tokens;
    private final Directory directory;
    private final Problems problems;

    KeycloakSignIn(OidcLogin login, TokenCalls calls, SessionTokens tokens, Directory directory, Problems problems) {
        this.login = login;
        this.calls = calls;
        this.tokens = tokens;
        this.directory = directory;
        this.problems = problems;
    }

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        login.on(http);
        var loginPage = new LoginUrlAuthenticationEntryPoint("/login");
        http.exceptionHandling(strangers -> strangers.authenticationEntryPoint((request, response, failure) -> {
            if (Calls.isCall(request)) {
                calls.refuse(request, response, failure);
            } else {
                loginPage.commence(request, response, failure);
            }
        }));
        http.addFilterBefore(new SessionRenewal(tokens), AnonymousAuthenticationFilter.class);
        onCalls(http);
    }

    @Override
    public void onCalls(HttpSecurity http) throws Exception {
        calls.on(http);
        on(http);
        http.addFilterBefore(new ScopeFilter(problems), AuthorizationFilter.class);
    }

    @Override
    public void on(HttpSecurity http) {
        http.addFilterBefore(new PresenceFilter(directory, problems), AnonymousAuthenticationFilter.class);
    }
}
