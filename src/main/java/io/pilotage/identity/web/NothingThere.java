package io.pilotage.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers who is signed in and was denied an address: 404 where no page and no call of ours has it, 403 where one has.
 * Nobody is sent to look for a role that would open nothing.
 */
@Component
class NothingThere implements AccessDeniedHandler {

    /** What others than our controllers answer. */
    private static final Pattern NOT_OURS = Pattern.compile("/(operaton|engine-rest|actuator)(/.*)?");

    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    NothingThere(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.controllers = controllers;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (NOT_OURS.matcher(path).matches() || isAnswered(request)) {
            refusal.handle(request, response, denied);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Another method of the same address counts: what is there stays refused. */
    private boolean isAnswered(HttpServletRequest request) throws ServletException {
        ServletRequestPathUtils.parseAndCache(request);
        for (RequestMappingHandlerMapping mapping : controllers) {
            try {
                if (mapping.getHandler(request) != null) {
                    return true;
                }
            } catch (ServletException anotherMethodOrType) {
                return true;
            } catch (Exception broken) {
                throw new ServletException(broken);
            }
        }
        return false;
    }
}
