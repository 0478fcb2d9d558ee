package io.pilotage.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token opens only what its scopes say (RFC 6750), and never more than the roles of its person allow. */
class ScopeFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The engine answers everything a second time below its name. */
    private static final Pattern DEPLOYING =
            Pattern.compile("/engine-rest/(engine/[^/]+/)?(deployment(/.*)?|version/?)");

    private final Problems problems;

    ScopeFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        List<String> enough = scopesFor(request);
        if (caller instanceof JwtAuthenticationToken
                && caller.getAuthorities().stream()
                        .noneMatch(held -> enough.contains(held.getAuthority().replaceFirst("^SCOPE_", "")))) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"" + enough.get(0) + "\"");
            problems.refuse(request, response, HttpStatus.FORBIDDEN, "scope", enough.get(0));
            return;
        }
        chain.doFilter(request, response);
    }

    /** Any of these opens the way; deploying is apart, because models run with the product's rights. */
    private static List<String> scopesFor(HttpServletRequest request) {
        boolean reading = READING.contains(request.getMethod());
        if (DEPLOYING.matcher(Calls.path(request)).matches()) {
            return reading ? List.of("pilotage.read", "pilotage.deploy") : List.of("pilotage.deploy");
        }
        return List.of(reading ? "pilotage.read" : "pilotage.write");
    }
}
