package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.workflow.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers the task list's calls with problems (RFC 9457) that carry the sentence also as {@code message}. */
@RestControllerAdvice(assignableTypes = {StoryApi.class, WaitingApi.class, ReopeningApi.class})
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Map<String, HttpStatus> STATUS = Map.of(
            "pilot.unknown", HttpStatus.NOT_FOUND,
            "workflow.task.gone", HttpStatus.NOT_FOUND,
            "workflow.wait.notYours", HttpStatus.FORBIDDEN,
            "workflow.wait.already", HttpStatus.CONFLICT,
            "workflow.wait.not", HttpStatus.CONFLICT);

    private final CaseWords words;

    ApiProblems(CaseWords words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        ProblemDetail problem = problem(
                refused.isConflict()
                        ? HttpStatus.CONFLICT
                        : STATUS.getOrDefault(refused.messageKey(), HttpStatus.BAD_REQUEST),
                words.say(refused.messageKey(), refused.arguments()));
        if (refused instanceof FieldsRefused several) {
            problem.setProperty(
                    "fields", several.fields().stream().map(this::field).toList());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return problem(HttpStatus.FORBIDDEN, words.say("pilot.read.noRole"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception unreadable,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return super.handleExceptionInternal(
                unreadable, problem(status, words.say("pilot.api.unreadable")), headers, status, request);
    }

    private ProblemDetail problem(HttpStatusCode status, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("message", sentence);
        problem.setProperty("fields", List.of());
        return problem;
    }

    private Map<String, String> field(FieldsRefused.Field field) {
        return Map.of("key", field.key(), "message", words.say(field.messageKey()));
    }
}
