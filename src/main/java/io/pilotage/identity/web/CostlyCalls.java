package io.pilotage.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one person, or one system, from occupying a node with uploads, figures and exports. */
@Component
@Order(CostlyCalls.BEHIND_THE_SECURITY_CHAIN)
class CostlyCalls extends OncePerRequestFilter {

    static final int BEHIND_THE_SECURITY_CHAIN = -50;

    private static final Pattern UPLOAD =
            Pattern.compile("POST .*/(portfolio/import|api/imports|pilots/[^/]+/evidence|deployment/create)/?");
    private static final Pattern FIGURES = Pattern.compile("POST /api/pilots/[^/]+/(measurements|otlp/v1/metrics)/?");
    private static final Pattern EXPORT = Pattern.compile(
            "GET .*(\\.csv|\\.xlsx|\\.pdf|/dossier(/.*)?|/exports/[^/]+/file|/problems|/rows)|POST .*/exports/?");

    private final Buckets uploads;
    private final Buckets figures;
    private final Buckets exports;

    CostlyCalls(RateLimits limits) {
        this.uploads = new Buckets(limits.uploads());
        this.figures = new Buckets(limits.figures());
        this.exports = new Buckets(limits.exports());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Buckets buckets = bucketsOf(request);
        if (buckets != null && person != null && !buckets.take(person.getName())) {
            TooOften.say(response, buckets.wait(person.getName()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private @Nullable Buckets bucketsOf(HttpServletRequest request) {
        // What is asked for by HEAD is made all the same, and thrown away.
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String call = method + " " + Calls.path(request);
        if (UPLOAD.matcher(call).matches()) {
            return uploads;
        }
        if (FIGURES.matcher(call).matches()) {
            return figures;
        }
        return EXPORT.matcher(call).matches() ? exports : null;
    }
}
