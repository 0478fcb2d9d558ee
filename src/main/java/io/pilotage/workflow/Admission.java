package io.pilotage.workflow;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Carries what a person submitted from the engine's service call to the door, and a refusal back as a sentence in the
 * person's language.
 *
 * <p>Nothing of what was submitted is written by the engine: only the door knows it, and only the door decides what of
 * it becomes business data or a process variable. A task completed without an admission is refused.
 */
@Component
class Admission {

    private static final ThreadLocal<Map<String, Object>> SUBMITTED = new ThreadLocal<>();

    private final MessageSource messages;
    private final RefusalLog refusals;

    Admission(MessageSource messages, RefusalLog refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    /** What was submitted in the current call, or null when the call did not come through a form. */
    static @Nullable Map<String, Object> submitted() {
        return SUBMITTED.get();
    }

    /**
     * Runs a service call with what was submitted.
     *
     * @param subject id of the task or process definition, for the record of refusals
     * @throws FormFieldValidationException with a sentence for the person when the door refuses
     */
    <T extends @Nullable Object> T through(String subject, @Nullable Map<String, Object> submitted, Supplier<T> call) {
        Map<String, Object> before = SUBMITTED.get();
        SUBMITTED.set(submitted == null ? Map.of() : submitted);
        try {
            return call.get();
        } catch (RuntimeException e) {
            Refused refused = refusalIn(e);
            if (refused == null) {
                throw e;
            }
            refusals.record(subject, refused);
            throw new FormFieldValidationException(refused.messageKey(), sentence(refused), refused);
        } finally {
            if (before == null) {
                SUBMITTED.remove();
            } else {
                SUBMITTED.set(before);
            }
        }
    }

    /**
     * Runs an assignment.
     *
     * @throws AuthorizationException with a sentence for the person when the door refuses
     */
    void assigning(String taskId, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            Refused refused = refusalIn(e);
            if (refused == null) {
                throw e;
            }
            refusals.record(taskId, refused);
            throw new AuthorizationException(sentence(refused));
        }
    }

    private String sentence(Refused refused) {
        if (refused instanceof FormRefused form) {
            String problems = form.problems().stream()
                    .map(problem ->
                            messages.getMessage(problem.messageKey(), problem.words(), LocaleContextHolder.getLocale()))
                    .collect(Collectors.joining(" "));
            return messages.getMessage(refused.messageKey(), new Object[] {problems}, LocaleContextHolder.getLocale());
        }
        return messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale());
    }

    private static @Nullable Refused refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }
}
