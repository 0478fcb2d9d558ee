package io.pilotage.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever tries passwords or tokens: a name from one address, and an address with many names. Counts only
 * what failed, and never locks a name for other addresses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
@EnableConfigurationProperties(RateLimits.class)
class SignInLimit extends OncePerRequestFilter {

    private final Buckets ofName;
    private final Buckets ofAddress;

    SignInLimit(RateLimits limits) {
        this.ofName = new Buckets(limits.failedSignIns());
        this.ofAddress = new Buckets(limits.failedSignInsOfAddress());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> name = nameTried(request);
        long seconds = name.map(tried -> Math.max(
                        ofName.wait(key(tried, request.getRemoteAddr())), ofAddress.wait(request.getRemoteAddr())))
                .orElse(0L);
        if (seconds > 0) {
            TooOften.say(response, seconds);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** That Keycloak is away, so that nothing could be checked, is nobody's guess. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        if (!(failure instanceof AuthenticationFailureServiceExceptionEvent)
                && failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            ofName.take(key(failure.getAuthentication().getName(), details.getRemoteAddress()));
            ofAddress.take(details.getRemoteAddress());
        }
    }

    private static String key(String name, String address) {
        return name.strip().toLowerCase(Locale.ROOT) + " " + address;
    }

    /** The name for which a proof is offered; a token stands for itself. Empty when the request offers none. */
    private static Optional<String> nameTried(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.of(nameIn(header.substring(6)));
        }
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7));
        }
        String path = Calls.path(request);
        boolean form = request.getMethod().equals("POST") && (path.equals("/login") || path.startsWith("/signing/"));
        return form ? Optional.of(String.valueOf(request.getParameter("username"))) : Optional.empty();
    }

    private static String nameIn(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(0, pair.indexOf(':')));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
