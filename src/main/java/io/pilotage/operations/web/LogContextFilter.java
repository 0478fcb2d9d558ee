package io.pilotage.operations.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every log line of a request say whose it is, on which case, and in which trace; also the line about a fault, which
 * is written when the request itself is over. The engine adds the case key to the lines of its jobs and tasks by itself.
 */
class LogContextFilter extends OncePerRequestFilter {

    /** Id of the person as the identity provider knows it, never a name; a field of the Elastic Common Schema. */
    static final String USER = "user.id";

    static final String CASE = "pilotKey";

    private static final Pattern CASE_PATH = Pattern.compile("/(?:api/)?pilots/([A-Za-z0-9-]{1,32})(?:/.*)?");
    private static final Pattern TASK_PATH = Pattern.compile("/(?:api/tasks|t)/([\\w:.-]{1,64})(?:/.*)?");
    private static final String KEPT = LogContextFilter.class.getName();

    private final Function<String, Optional<String>> caseOfTask;

    /** @param caseOfTask finds the key of a case by the engine's id of a task */
    LogContextFilter(Function<String, Optional<String>> caseOfTask) {
        this.caseOfTask = caseOfTask;
    }

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
            Map<String, String> described = MDC.getCopyOfContextMap();
            request.setAttribute(KEPT, described == null ? Map.of() : described);
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

    private void describe(HttpServletRequest request) {
        MDC.remove(CASE);
        MDC.remove(USER);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && !(person instanceof AnonymousAuthenticationToken)) {
            MDC.put(USER, person.getName());
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher pilot = CASE_PATH.matcher(path);
        Matcher task = TASK_PATH.matcher(path);
        if (pilot.matches()) {
            MDC.put(CASE, pilot.group(1));
        } else if (task.matches()) {
            caseOf(task.group(1)).ifPresent(key -> MDC.put(CASE, key));
        }
    }

    /** The request goes on, and fails by itself, when the database cannot be asked. */
    private Optional<String> caseOf(String task) {
        try {
            return caseOfTask.apply(task);
        } catch (DataAccessException away) {
            return Optional.empty();
        }
    }
}
