package io.pilotage.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one person from occupying a node with uploads and exports. */
@Component
@Order(CostlyCalls.BEHIND_THE_SECURITY_CHAIN)
class CostlyCalls extends OncePerRequestFilter {

    static final int BEHIND_THE_SECURITY_CHAIN = -50;

    private static final Pattern UPLOAD = Pattern.compile("POST .*/(portfolio/import|api/imports|deployment/create)/?");
    private static final Pattern EXPORT =
            Pattern.compile("GET .*(\\.csv|\\.xlsx|\\.pdf|/dossier(/.*)?|/exports/[^/]+/file|/problems|/rows)");

    private final Buckets uploads;
    private final Buckets exports;

    CostlyCalls(RateLimits limits) {
        this.uploads = new Buckets(limits.uploads());
        this.exports = new Buckets(limits.exports());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        String call = request.getMethod() + " " + request.getRequestURI();
        Buckets buckets =
                UPLOAD.matcher(call).matches() ? uploads : EXPORT.matcher(call).matches() ? exports : null;
        if (buckets != null && person != null && !buckets.take(person.getName())) {
            TooOften.say(response, buckets.wait(person.getName()));
        } else {
            chain.doFilter(request, response);
        }
    }
}
