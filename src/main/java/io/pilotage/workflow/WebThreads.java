package io.pilotage.workflow;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows which threads serve a request from outside, from its first filter to its last, errors included. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebThreads extends OncePerRequestFilter {

    private static final ThreadLocal<Boolean> SERVING = ThreadLocal.withInitial(() -> false);

    /** Whether this thread serves a request. */
    static boolean isServing() {
        return SERVING.get();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean before = SERVING.get();
        SERVING.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            SERVING.set(before);
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
}
