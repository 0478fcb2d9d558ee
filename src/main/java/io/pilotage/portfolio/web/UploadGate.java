package io.pilotage.portfolio.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Turns an upload away that announces more than is allowed, before a byte of it is read. A person gets the import page
 * again with the reason on it, a machine a problem of RFC 9457; then the server swallows what is still coming
 * ({@code server.tomcat.max-swallow-size}), because a browser reads the answer only when it has sent everything. What announces nothing is read up to the same limit
 * ({@link UnannouncedUpload}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadGate extends OncePerRequestFilter {

    private static final String PAGE = "/portfolio/import";

    private final Uploads uploads;
    private final PortfolioSentences sentences;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    UploadGate(Uploads uploads, PortfolioSentences sentences, LocaleResolver locales, ObjectMapper json) {
        this.uploads = uploads;
        this.sentences = sentences;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced > uploads.mostOfAll()) {
            if (request.getRequestURI().equals(request.getContextPath() + PAGE)) {
                chain.doFilter(new UnreadUpload(request), response);
            } else {
                turnAway(request, response);
            }
        } else if (announced >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new UnannouncedUpload(request, uploads.mostOfAll()), response);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE,
                sentences.of("portfolio.file.tooBig", locales.resolveLocale(request), uploads.most() >> 20));
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
