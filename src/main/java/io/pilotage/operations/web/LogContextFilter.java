package io.pilotage.operations.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every log line of a request say whose it is, on which case, and in which trace; also the line about a fault, which
 * is written when the request itself is over. The engine adds the case key to the lines of its jobs by itself.
 */
class LogContextFilter extends OncePerRequestFilter {

    /** Id of the person as the identity provider knows it, never a name; a field of the Elastic Common Schema. */
    static final String USER = "user.id";

    static final String CASE = "pilotKey";

    private static final Pattern CASE_PATH = Pattern.compile("/(?:api/)?pilots/([A-Za-z0-9-]{1,32})(?:/.*)?");
    private static final String KEPT = LogContextFilter.class.getName();

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        doFilterInternal(request, response, chain);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String> before = MDC.getCopyOfContextMap();
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(KEPT) instanceof Map<?, ?> kept) {
            kept.forEach((key, value) -> MDC.put(String.valueOf(key), String.valueOf(value)));
        } else {
            describe(request);
            request.setAttribute(KEPT, new HashMap<>(MDC.getCopyOfContextMap()));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (before == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(before);
            }
        }
    }

    private static void describe(HttpServletRequest request) {
        MDC.remove(CASE);
        MDC.remove(USER);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && !(person instanceof AnonymousAuthenticationToken)) {
            MDC.put(USER, person.getName());
        }
        Matcher path = CASE_PATH.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (path.matches()) {
            MDC.put(CASE, path.group(1));
        }
    }
}
