package io.pilotage.identity.web;

import io.pilotage.identity.Person;
import io.pilotage.identity.keycloak.Directory;
import io.pilotage.identity.keycloak.KeycloakAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request the roles its person holds now, whatever the session or the token says; who is gone or locked is
 * signed out.
 */
class PresenceFilter extends OncePerRequestFilter {

    private final Directory directory;
    private final Problems problems;

    PresenceFilter(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Where nobody needs a role, and from where one gets to the sign-in page. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Calls.path(request);
        return path.equals("/login") || path.equals("/logout") || path.matches("/(css|js|img|vendor|webjars|error)/.*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof OAuth2AuthenticationToken || signedIn instanceof JwtAuthenticationToken) {
            Optional<Person> person;
            try {
                person = directory.confirmed(signedIn.getName());
            } catch (KeycloakAway away) {
                answerAway(request, response);
                return;
            }
            if (person.isEmpty() && signedIn instanceof JwtAuthenticationToken) {
                problems.refuse(request, response, HttpStatus.UNAUTHORIZED, "gone");
                return;
            }
            person.ifPresentOrElse(known -> admit(signedIn, known), () -> signOut(request));
        }
        chain.doFilter(request, response);
    }

    private void answerAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Calls.isCall(request)) {
            problems.refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "away");
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    /** For this request only: the session keeps who it is, never what they may do. */
    private static void admit(Authentication signedIn, Person person) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        person.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.group())));
        Authentication now;
        if (signedIn instanceof JwtAuthenticationToken token) {
            token.getAuthorities().stream()
                    .filter(scope -> scope.getAuthority().startsWith("SCOPE_"))
                    .forEach(authorities::add);
            now = new JwtAuthenticationToken(token.getToken(), authorities, token.getName());
        } else {
            OAuth2AuthenticationToken session = (OAuth2AuthenticationToken) signedIn;
            now = new OAuth2AuthenticationToken(
                    session.getPrincipal(), authorities, session.getAuthorizedClientRegistrationId());
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(now));
    }

    private static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
