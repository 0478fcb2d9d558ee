package io.pilotage.portfolio.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says so when an upload turns out too big only while it is read, because its size was not announced. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadTooBig {

    private final PortfolioSentences sentences;
    private final Uploads uploads;

    UploadTooBig(PortfolioSentences sentences, Uploads uploads) {
        this.sentences = sentences;
        this.uploads = uploads;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> tooBig(
            MaxUploadSizeExceededException tooBig,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return null;
        }
        return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        sentences.of("portfolio.file.tooBig", locale, uploads.most() >> 20)));
    }
}
