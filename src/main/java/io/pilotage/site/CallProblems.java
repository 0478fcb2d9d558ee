package io.pilotage.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.workflow.Faults;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says to every program what is wrong with its call, as RFC 9457 has it: one sentence, and each field that is at fault
 * with a sentence of its own. Faults of ours are said by {@link FaultAnswers}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CallProblems implements HandlerExceptionResolver {

    private static final String CALLS = "/api/";

    private final RefusalSentences refusals;
    private final MessageSource messages;
    private final ObjectMapper json;

    CallProblems(RefusalSentences refusals, MessageSource messages, ObjectMapper json) {
        this.refusals = refusals;
        this.messages = messages;
        this.json = json;
    }

    /** Whether a program asks, rather than a browser for a page. */
    static boolean isCall(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(CALLS);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        return isCall(request) && !(thrown instanceof MaxUploadSizeExceededException)
                ? problem(thrown)
                        .map(problem -> answered(request, response, thrown, problem))
                        .orElse(null)
                : null;
    }

    private Optional<ProblemDetail> problem(Exception thrown) {
        Locale language = LocaleContextHolder.getLocale();
        Optional<Refused> refused = Faults.refusalIn(thrown).or(() -> Misread.in(thrown));
        if (refused.isPresent()) {
            return refused.map(known -> problem(known, language));
        }
        if (thrown instanceof AccessDeniedException) {
            // Only ours say why; the framework's own are answered before anything is called.
            String why = messages.getMessage(String.valueOf(thrown.getMessage()), null, null, language);
            return Optional.ofNullable(why).map(sentence -> problem(HttpStatus.FORBIDDEN, sentence));
        }
        if (thrown instanceof HttpMessageNotReadableException) {
            return Optional.of(problem(HttpStatus.BAD_REQUEST, said("site.input.unreadable", language)));
        }
        return thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()
                ? Optional.of(problem(known.getStatusCode(), said(Misread.sentence(known.getStatusCode()), language)))
                : Optional.empty();
    }

    private ProblemDetail problem(Refused refused, Locale language) {
        ProblemDetail problem =
                problem(HttpStatusCode.valueOf(refused.ground().status()), refusals.of(refused, language));
        problem.setProperty("kind", refused.messageKey());
        problem.setProperty("fields", refusals.fields(refused, language));
        return problem;
    }

    /** The task list's pages read {@code message}. */
    private static ProblemDetail problem(HttpStatusCode status, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("message", sentence);
        problem.setProperty("fields", List.of());
        return problem;
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private ModelAndView answered(
            HttpServletRequest request, HttpServletResponse response, Exception thrown, ProblemDetail problem) {
        problem.setInstance(URI.create(request.getRequestURI()));
        if (thrown instanceof ErrorResponse known) {
            HttpHeaders headers = known.getHeaders();
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        try {
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(response.getOutputStream(), problem);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
