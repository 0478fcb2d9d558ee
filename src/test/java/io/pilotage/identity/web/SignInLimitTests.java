package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.util.ReflectionTestUtils;

/** Who tries too often waits; nobody else does. */
class SignInLimitTests {

    private static final String OFFICE = "192.0.2.1";

    private final SignInLimit limit = new SignInLimit(new RateLimits(3, 8, 2, 2, 2));

    @Test
    void whoTriesOneNameTooOftenWaits() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(asked(OFFICE, "bu-sponsor").getStatus()).isEqualTo(200);
            fails(OFFICE, "bu-sponsor");
        }
        MockHttpServletResponse answer = asked(OFFICE, "BU-Sponsor ");
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(answer.getHeader("Retry-After"))))
                .isBetween(1, 60);
    }

    @Test
    void theNameIsNotLockedElsewhereAndTheOfficeIsNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            fails(OFFICE, "bu-sponsor");
        }
        assertThat(asked("192.0.2.2", "bu-sponsor").getStatus()).isEqualTo(200);
        assertThat(asked(OFFICE, "pilot-owner").getStatus()).isEqualTo(200);
    }

    @Test
    void anAddressThatTriesManyNamesWaits() throws Exception {
        for (int i = 0; i < 8; i++) {
            fails(OFFICE, "name" + i);
        }
        assertThat(asked(OFFICE, "one-more").getStatus()).isEqualTo(429);
    }

    @Test
    void tryingPasswordsAtASignatureCountsAsWell() throws Exception {
        for (int i = 0; i < 3; i++) {
            fails(OFFICE, "bu-sponsor");
        }
        MockHttpServletRequest signature = login(OFFICE, "bu-sponsor");
        signature.setServletPath("/signing/some-task");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        limit.doFilter(signature, answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(429);
    }

    @Test
    void whoTriesTokensWaitsAsWell() throws Exception {
        ProviderManager tokens = new ProviderManager(new JwtAuthenticationProvider(token -> {
            throw new BadJwtException("made up");
        }));
        tokens.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(event -> {
            if (event instanceof AbstractAuthenticationFailureEvent failure) {
                limit.failed(failure);
            }
        }));
        BearerTokenAuthenticationFilter check = new BearerTokenAuthenticationFilter(tokens);
        for (int i = 0; i <= 8; i++) {
            MockHttpServletRequest call = new MockHttpServletRequest("GET", "/api/csrf");
            call.setRemoteAddr(OFFICE);
            call.addHeader("Authorization", "Bearer made-up-" + i);
            MockHttpServletResponse answer = new MockHttpServletResponse();
            limit.doFilter(
                    call, answer, (request, response) -> check.doFilter(request, response, new MockFilterChain()));
            assertThat(answer.getStatus()).isEqualTo(i < 8 ? 401 : 429);
        }
    }

    @Test
    void whatSucceedsIsNotCounted() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(asked(OFFICE, "bu-sponsor").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void anotherSpellingOfTheAddressLeadsNotRoundIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            fails(OFFICE, "bu-sponsor");
        }
        MockHttpServletRequest spelt = login(OFFICE, "bu-sponsor");
        spelt.setRequestURI("/%6Cogin");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        limit.doFilter(spelt, answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(429);
    }

    /** Many long names or tokens of strangers would fill the memory of a node. */
    @Test
    void whatStrangersSendIsKeptAsAHashAndOnlyWhenItFailed() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(asked(OFFICE, i + "name".repeat(1_000)).getStatus()).isEqualTo(200);
        }
        assertThat(kept()).isEmpty();
        fails(OFFICE, "name".repeat(1_000));
        assertThat(kept()).singleElement().asString().hasSize(64);
    }

    @Test
    void whatCouldNotBeCheckedIsNobodysGuess() throws Exception {
        for (int i = 0; i < 20; i++) {
            limit.failed(new AuthenticationFailureServiceExceptionEvent(
                    tried(OFFICE, "bu-sponsor"), new AuthenticationServiceException("Keycloak is away")));
        }
        assertThat(asked(OFFICE, "bu-sponsor").getStatus()).isEqualTo(200);
    }

    private Set<?> kept() {
        Object names = ReflectionTestUtils.getField(limit, "ofName");
        return ((Cache<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(names, "buckets")))
                .asMap()
                .keySet();
    }

    private MockHttpServletResponse asked(String address, String name) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        limit.doFilter(login(address, name), answer, new MockFilterChain());
        return answer;
    }

    private void fails(String address, String name) {
        limit.failed(new AuthenticationFailureBadCredentialsEvent(
                tried(address, name), new BadCredentialsException("wrong")));
    }

    private static UsernamePasswordAuthenticationToken tried(String address, String name) {
        var tried = new UsernamePasswordAuthenticationToken(name.strip(), "wrong");
        tried.setDetails(new WebAuthenticationDetails(login(address, name)));
        return tried;
    }

    private static MockHttpServletRequest login(String address, String name) {
        MockHttpServletRequest login = new MockHttpServletRequest("POST", "/login");
        login.setServletPath("/login");
        login.setRemoteAddr(address);
        login.setParameter("username", name);
        return login;
    }
}
