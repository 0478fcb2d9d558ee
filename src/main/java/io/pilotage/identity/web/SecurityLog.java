package io.pilotage.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;

/** Writes down who came in and who was turned away by the security chain, without a password or token. */
@Configuration(proxyBeanMethods = false)
class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);

    /** The security chain stands in front of what names the person in all other lines. */
    private static final String USER = "user.id";

    @Bean
    static AuthorizationEventPublisher denials(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> denial) {
        Authentication person = denial.getAuthentication().get();
        if (denial.getObject() instanceof HttpServletRequest request
                && !(person instanceof AnonymousAuthenticationToken)) {
            try (var ignored = MDC.putCloseable(USER, person.getName())) {
                LOG.info(
                        "Denied to {}: {} {}",
                        oneLine(person.getName()),
                        oneLine(request.getMethod()),
                        oneLine(request.getRequestURI()));
            }
        }
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent success) {
        Authentication person = success.getAuthentication();
        try (var ignored = MDC.putCloseable(USER, person.getName())) {
            LOG.info(
                    "Signed in: {}, by {}",
                    oneLine(person.getName()),
                    person instanceof UsernamePasswordAuthenticationToken ? "a password" : "the identity provider");
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        boolean named = failure.getAuthentication() instanceof UsernamePasswordAuthenticationToken;
        LOG.info(
                "Sign-in failed of {}: {}",
                named ? oneLine(failure.getAuthentication().getName()) : "a token",
                failure.getException().getClass().getSimpleName());
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), 200));
    }
}
