package io.pilotage.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Lets what no page controller serves answer in the person's language as well: the engine's own addresses, the security
 * chain, and Keycloak, which is told the language by it.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class LanguageFilter extends OncePerRequestFilter {

    private final LocaleResolver languages;

    LanguageFilter(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        try {
            chain.doFilter(request, response);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
