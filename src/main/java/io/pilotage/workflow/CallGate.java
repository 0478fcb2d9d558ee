package io.pilotage.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what is closed on the engine's REST interface, and puts every attempt to change something that was refused
 * there on the trail, by whomever and at whatever point it was refused.
 */
class CallGate extends OncePerRequestFilter {

    private static final String CLOSED = "workflow.call.closed";

    /** The interface itself, the same below an engine's name, and the copy for the engine's web applications. */
    private static final Pattern ENGINE = Pattern.compile(
            "^/(engine-rest/engine/[^/]+|engine-rest" + "|operaton/api/engine/engine/[^/]+|operaton/api/engine)(/+|$)");

    private final RefusalLog refusals;
    private final RefusalSentences sentences;
    private final ObjectMapper json;

    CallGate(RefusalLog refusals, RefusalSentences sentences, ObjectMapper json) {
        this.refusals = refusals;
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String method = request.getMethod();
        String path = belowTheEngine(whole(request));
        String person = Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication())
                .getName();
        if (!EngineCalls.isReadable(path)) {
            say(HttpServletResponse.SC_BAD_REQUEST, new Refused("workflow.call.address"), response);
            return;
        }
        if (EngineCalls.isClosed(method, path)) {
            refusals.recordCall(person, method, path, new Refused(CLOSED, method + " " + path));
            say(HttpServletResponse.SC_FORBIDDEN, new Refused(CLOSED, method + " " + path), response);
            return;
        }
        RefusalLog.begin();
        chain.doFilter(request, response);
        boolean refused = response.getStatus() == HttpServletResponse.SC_FORBIDDEN
                || response.getStatus() == HttpServletResponse.SC_BAD_REQUEST;
        if (refused && EngineCalls.isAttempt(method, request.getQueryString()) && !RefusalLog.hasRecorded()) {
            refusals.recordCall(person, method, path, new Refused("workflow.call.refused", method + " " + path));
        }
    }

    /** The path without the interface's own address in front of it. */
    static String belowTheEngine(String path) {
        return ENGINE.matcher(path).replaceFirst("");
    }

    /** As the engine's servlets read it: decoded once, the container has normalised it. */
    private static String whole(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private void say(int status, Refused refused, HttpServletResponse response) throws IOException {
        PlainAnswer answer =
                new PlainAnswer(status, "refused", sentences.of(refused, LocaleContextHolder.getLocale()), null);
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), answer.asJson());
    }
}
