package io.pilotage.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.ParseException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.TaskAlreadyClaimedException;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns what the engine's REST interface would say about a fault into a plain sentence with a reference. */
@Component
class PlainAnswers {

    private static final Pattern NOTHING_THERE = Pattern.compile("(?is).*(cannot find|no .* found).*");

    /** A list that is asked for without a number, or with too large a one. */
    private static final Pattern TOO_MANY =
            Pattern.compile("(?s).*(unbound number of results is forbidden|[Mm]ax results limit of \\d+ exceeded).*");

    private static final Pattern CHANGES_A_TASK = Pattern.compile("POST .*/task/([^/]+)/.*");

    private static final Pattern AT_WORK = Pattern.compile(
            "org\\.operaton\\.bpm\\.engine\\.impl\\.(pvm|el|db|bpmn)\\..*|io\\.pilotage\\.(?!workflow\\.).*");

    private final MessageSource messages;
    private final RefusalSentences refusals;
    private final Inbox inbox;
    private final CaseOfCall cases;

    PlainAnswers(MessageSource messages, RefusalSentences refusals, Inbox inbox, CaseOfCall cases) {
        this.messages = messages;
        this.refusals = refusals;
        this.inbox = inbox;
        this.cases = cases;
    }

    /** The answer, or empty where the engine's own words are meant for the reader: a model that breaks the rules. */
    Optional<PlainAnswer> to(Throwable thrown, int status, String path) {
        if (Faults.causes(thrown).anyMatch(c -> c instanceof BrokenModels || c instanceof ParseException)) {
            return Optional.empty();
        }
        return Optional.of(Faults.refusalIn(thrown)
                .map(refused -> refusal(refused, status))
                .orElseGet(() -> fault(thrown, status, path)));
    }

    private PlainAnswer refusal(Refused refused, int status) {
        String sentence = refusals.of(refused, LocaleContextHolder.getLocale());
        if (refused instanceof SignatureMissing missing) {
            return PlainAnswer.unsigned(missing, sentence);
        }
        if (refused.ground() == Refused.Ground.CONFLICT) {
            return new PlainAnswer(409, "refused", sentence, null);
        }
        int fitting = refused instanceof FormRefused ? 400 : 403;
        return new PlainAnswer(isRequest(status) ? status : fitting, "refused", sentence, null);
    }

    private PlainAnswer fault(Throwable thrown, int engineStatus, String path) {
        int found = status(thrown, engineStatus);
        boolean late = (found == 404 || !isRequest(found)) && isAboutTaskThatEnded(path);
        int status = late ? 409 : found;
        String reference = written(thrown, status, path);
        String kind = kind(status);
        boolean gone = late || (kind.equals("missing") && path.contains("/task/"));
        String sentence = gone ? "workflow.task.gone" : "workflow.fault." + (isTooMany(thrown) ? "tooMany" : kind);
        Locale language = LocaleContextHolder.getLocale();
        return new PlainAnswer(
                status,
                kind,
                messages.getMessage(sentence, new Object[] {reference, DoorPlugin.MOST_RESULTS}, language),
                reference);
    }

    /** The line in the log says which case it is about, where the address names one of its tasks or processes. */
    private String written(Throwable thrown, int status, String path) {
        String key = cases.keyOf(path);
        if (key == null) {
            return noted(thrown, status, path);
        }
        try (var ignored = MDC.putCloseable("pilotKey", key)) {
            return noted(thrown, status, path);
        }
    }

    private static String noted(Throwable thrown, int status, String path) {
        return status >= 500 ? Faults.noted(path, thrown) : Faults.mentioned(path, thrown);
    }

    /**
     * Whoever wants to change it has lost against somebody who was faster, be it by a day, and whatever the engine or a
     * table stumbled over because of it.
     */
    private boolean isAboutTaskThatEnded(String path) {
        Matcher task = CHANGES_A_TASK.matcher(path);
        return task.matches() && inbox.hasEnded(task.group(1));
    }

    private static int status(Throwable thrown, int status) {
        if (Faults.isConflict(thrown) || isAny(thrown, TaskAlreadyClaimedException.class)) {
            return 409;
        }
        if (isAny(thrown, AuthorizationException.class)) {
            return 403;
        }
        if (isAny(thrown, MaxUploadSizeExceededException.class)) {
            return 413;
        }
        if (Faults.causes(thrown).anyMatch(PlainAnswers::isUnreadable)) {
            return 400;
        }
        if (status == 400 || !isRequest(status)) {
            return Faults.causes(thrown).anyMatch(PlainAnswers::isMissing)
                    ? 404
                    : isRequest(status) || isTurnedAway(thrown) ? 400 : status;
        }
        return status;
    }

    /** A body that is no JSON or none at all, and letters that the engine's tables cannot compare. */
    private static boolean isUnreadable(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof JsonProcessingException
                || (cause instanceof NullPointerException
                        && trace.length > 0
                        && trace[0].getClassName().startsWith("org.operaton.bpm.engine.rest."))
                || (cause instanceof SQLException
                        && String.valueOf(cause.getMessage()).startsWith("Conversion from collation"));
    }

    private static boolean isAny(Throwable thrown, Class<? extends Throwable> type) {
        return Faults.causes(thrown).anyMatch(type::isInstance);
    }

    private static boolean isTooMany(Throwable thrown) {
        return Faults.causes(thrown)
                .anyMatch(cause -> cause instanceof BadUserRequestException
                        && TOO_MANY.matcher(String.valueOf(cause.getMessage())).matches());
    }

    private static boolean isMissing(Throwable cause) {
        return cause instanceof ProcessEngineException
                && NOTHING_THERE.matcher(String.valueOf(cause.getMessage())).matches();
    }

    /** The engine found the request wrong before anything of a model, of the database or of ours was at work. */
    private static boolean isTurnedAway(Throwable thrown) {
        Throwable root = Faults.causes(thrown).reduce(thrown, (outer, inner) -> inner);
        return root instanceof ProcessEngineException
                && Arrays.stream(root.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .takeWhile(type -> !type.startsWith("org.glassfish.jersey"))
                        .noneMatch(type -> AT_WORK.matcher(type).matches());
    }

    private static boolean isRequest(int status) {
        return status >= 400 && status < 500;
    }

    private static String kind(int status) {
        return switch (status) {
            case 401, 403 -> "forbidden";
            case 404 -> "missing";
            case 405 -> "method";
            case 406, 415 -> "format";
            case 409 -> "conflict";
            case 413 -> "tooBig";
            default -> isRequest(status) ? "request" : "unexpected";
        };
    }
}
