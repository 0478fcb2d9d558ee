package io.pilotage.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts on the trail what our own pages and calls refuse: a change that a rule forbids, and anything that a person may not
 * have. Somebody else answers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedRequests implements HandlerExceptionResolver {

    private final RefusalLog refusals;

    RefusedRequests(RefusalLog refusals) {
        this.refusals = refusals;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && !RefusalLog.hasRecorded()) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (thrown instanceof AccessDeniedException) {
                refusals.recordCall(
                        person.getName(),
                        request.getMethod(),
                        path,
                        new Refused("workflow.call.refused", request.getMethod() + " " + path));
            } else if (!EngineCalls.isReading(request.getMethod())) {
                Faults.refusalIn(thrown).ifPresent(refused -> refusals.recordRequest(person.getName(), path, refused));
            }
        }
        return null;
    }
}
