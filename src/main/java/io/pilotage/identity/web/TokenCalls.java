package io.pilotage.identity.web;

import io.pilotage.identity.WithKeycloak;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Programs that bring an access token: it is read from the header only, and only where programs may call. */
@Component
@WithKeycloak
class TokenCalls {

    private final JwtDecoder accessTokens;
    private final Problems problems;
    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

    TokenCalls(JwtDecoder accessTokens, Problems problems) {
        this.accessTokens = accessTokens;
        this.problems = problems;
    }

    void on(HttpSecurity http) throws Exception {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        http.oauth2ResourceServer(server -> server.bearerTokenResolver(
                        request -> Calls.isInterface(request) ? header.resolve(request) : null)
                .authenticationEntryPoint(this::refuse)
                .jwt(jwt -> jwt.decoder(accessTokens))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(
                                (request, response, failure) -> refuse(request, response, failure));
                        return filter;
                    }
                }));
    }

    /** Tells a program why it is not let in. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            problems.refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "away");
        } else {
            challenge.commence(request, response, failure);
            boolean brought = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            problems.refuse(request, response, HttpStatus.UNAUTHORIZED, brought ? "token" : "anonymous");
        }
    }
}
