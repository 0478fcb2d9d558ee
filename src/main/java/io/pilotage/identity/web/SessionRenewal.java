package io.pilotage.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Renews a person's tokens without a word while they work, which keeps their session at Keycloak alive; when that is
 * over, so is ours.
 */
class SessionRenewal extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRenewal.class);
    private static final String PAUSE = SessionRenewal.class.getName() + ".pause";

    private final SessionTokens tokens;
    private final RestClientRefreshTokenTokenResponseClient keycloak = new RestClientRefreshTokenTokenResponseClient();

    SessionRenewal(SessionTokens tokens) {
        this.tokens = tokens;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(Duration.ofSeconds(3));
        keycloak.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person) {
            OAuth2AuthorizedClient client = tokens.loadAuthorizedClient(KeycloakClients.KEYCLOAK, person, request);
            if (client != null && isOver(client, request)) {
                renew(client, person, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isOver(OAuth2AuthorizedClient client, HttpServletRequest request) {
        Instant expires = client.getAccessToken().getExpiresAt();
        Object pause = request.getSession().getAttribute(PAUSE);
        return expires != null
                && expires.isBefore(Instant.now())
                && (!(pause instanceof Instant until) || until.isBefore(Instant.now()));
    }

    private void renew(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (client.getRefreshToken() == null) {
            end(request);
            return;
        }
        try {
            var answer = keycloak.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    client.getClientRegistration(), client.getAccessToken(), client.getRefreshToken()));
            tokens.saveAuthorizedClient(
                    new OAuth2AuthorizedClient(
                            client.getClientRegistration(),
                            person.getName(),
                            answer.getAccessToken(),
                            answer.getRefreshToken()),
                    person,
                    request,
                    response);
        } catch (OAuth2AuthorizationException refused) {
            if (refused.getError().getErrorCode().equals("invalid_grant")) {
                end(request);
            } else {
                // Keycloak is away: how long that may last is decided where roles are looked up.
                LOG.warn("A session was not renewed: {}", refused.getMessage());
                request.getSession().setAttribute(PAUSE, Instant.now().plusSeconds(10));
            }
        }
    }

    private static void end(HttpServletRequest request) {
        request.getSession().invalidate();
        SecurityContextHolder.clearContext();
    }
}
