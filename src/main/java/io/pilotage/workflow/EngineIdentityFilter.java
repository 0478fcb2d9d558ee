package io.pilotage.workflow;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.operaton.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Gives the engine the signed-in person on every route, and the thread the person's language, because the engine's own
 * servlets know neither; both away again whatever happens.
 */
class EngineIdentityFilter extends OncePerRequestFilter {

    private final ObjectProvider<IdentityService> identity;
    private final LocaleResolver locales;

    EngineIdentityFilter(ObjectProvider<IdentityService> identity, LocaleResolver locales) {
        this.identity = identity;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        IdentityService engine = identity.getObject();
        RefusalLog.begin();
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            if (person != null && person.isAuthenticated()) {
                engine.setAuthentication(person.getName(), groupsOf(person), List.of());
            }
            chain.doFilter(request, response);
        } finally {
            engine.clearAuthentication();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The groups behind the authorities {@code ROLE_<group>}. */
    static List<String> groupsOf(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .toList();
    }
}
