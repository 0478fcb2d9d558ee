package io.pilotage.portfolio.web;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says so when an upload of a machine turns out too big only while it is read, because its size was not announced. */
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
    ProblemDetail tooBig(MaxUploadSizeExceededException tooBig, Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE, sentences.of("portfolio.file.tooBig", locale, uploads.most() >> 20));
    }
}
