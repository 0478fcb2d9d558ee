package io.pilotage.portfolio.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Turns an upload away that announces more than is allowed, before a byte of it is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadGate extends OncePerRequestFilter {

    private final long most;
    private final PortfolioSentences sentences;
    private final LocaleResolver locales;

    UploadGate(MultipartProperties limits, PortfolioSentences sentences, LocaleResolver locales) {
        this.most = limits.getMaxRequestSize().toBytes();
        this.sentences = sentences;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= most) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return;
        }
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String detail = sentences.of("portfolio.file.tooBig", locales.resolveLocale(request), most >> 20);
        response.getOutputStream()
                .write(("{\"type\":\"about:blank\",\"title\":\"Payload Too Large\",\"status\":413,\"detail\":\""
                                + detail.replace("\"", "'") + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
