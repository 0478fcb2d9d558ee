package io.pilotage.signing.web;

import io.pilotage.identity.WithoutKeycloak;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.stereotype.Component;

/** Checks a password as at the sign-in page, counted and logged like there, without signing anybody in. */
@Component
@WithoutKeycloak
class PasswordAgain {

    private final ObjectProvider<AuthenticationProvider> logins;
    private final ApplicationEventPublisher events;

    PasswordAgain(ObjectProvider<AuthenticationProvider> logins, ApplicationEventPublisher events) {
        this.logins = logins;
        this.events = events;
    }

    boolean isRight(String person, String password, HttpServletRequest request) {
        ProviderManager check = new ProviderManager(logins.orderedStream().toList());
        check.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
        var login = UsernamePasswordAuthenticationToken.unauthenticated(person, password);
        login.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        try {
            return check.authenticate(login).isAuthenticated();
        } catch (AuthenticationException wrong) {
            return false;
        }
    }
}
