package io.pilotage.workflow;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.operaton.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    private static final int ATTEMPTS = 3;

    private final RefusalSentences sentences;
    private final RefusalLog refusals;

    Admission(RefusalSentences sentences, RefusalLog refusals) {
        this.sentences = sentences;
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
            return patiently(call);
        } catch (RuntimeException e) {
            Refused refused = Faults.refusalIn(e).orElseThrow(() -> e);
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
            Refused refused = Faults.refusalIn(e).orElseThrow(() -> e);
            refusals.record(taskId, refused);
            throw denied(refused);
        }
    }

    /** Refuses when a person asks, so that only the product itself goes on. */
    void onlyTheProduct(CommandExecutor engine, String messageKey) {
        if (engine.execute(command -> command.getAuthentication()) != null) {
            throw denied(new Refused(messageKey));
        }
    }

    /** What the engine's clients understand as "not allowed", in our words. */
    AuthorizationException denied(Refused refused) {
        AuthorizationException denied = new AuthorizationException(sentence(refused));
        denied.initCause(refused);
        return denied;
    }

    /**
     * Several signers of one gate may hand in at the same moment and be in each other's way once; whoever finds the
     * task gone the second time was too late.
     */
    private static <T extends @Nullable Object> T patiently(Supplier<T> call) {
        RuntimeException conflict = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RuntimeException e) {
                boolean again = attempt < ATTEMPTS && !TransactionSynchronizationManager.isActualTransactionActive();
                if (Faults.isConflict(e) && again) {
                    conflict = e;
                } else {
                    throw conflict == null || Faults.refusalIn(e).isPresent() ? e : conflict;
                }
            }
        }
    }

    private String sentence(Refused refused) {
        return sentences.of(refused, LocaleContextHolder.getLocale());
    }
}
