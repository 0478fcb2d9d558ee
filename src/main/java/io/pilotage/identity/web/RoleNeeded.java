package io.pilotage.identity.web;

import io.pilotage.identity.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops who is signed in but holds no role, in front of every page and call of a session, and closes the
 * administrators' web applications where an installation does without them ({@code pilotage.cockpit=false}).
 */
@Component
@Order(CostlyCalls.BEHIND_THE_SECURITY_CHAIN + 1)
class RoleNeeded extends OncePerRequestFilter {

    private static final Pattern FOR_EVERYBODY =
            Pattern.compile("/(login|logout|error|css|js|img|vendor|webjars|favicon|engine-rest|actuator)\\b.*");
    private static final Pattern COCKPIT = Pattern.compile("/operaton/(app|api)/(cockpit|admin)(/(?!auth/).*)?");
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(role -> "ROLE_" + role.group()).collect(Collectors.toUnmodifiableSet());

    private final boolean cockpit;

    RoleNeeded(@Value("${pilotage.cockpit:true}") boolean cockpit) {
        this.cockpit = cockpit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!cockpit && COCKPIT.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isWithoutRole() && !FOR_EVERYBODY.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWithoutRole() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null
                && !(person instanceof AnonymousAuthenticationToken)
                && person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .noneMatch(ROLES::contains);
    }
}
