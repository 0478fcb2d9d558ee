package io.pilotage.operations.web;

import io.pilotage.operations.process.StepNames;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says ids of models and moments in the words of the reader. */
@Component
class OperationsWords {

    private final MessageSource messages;
    private final StepNames names;

    OperationsWords(MessageSource messages, StepNames names) {
        this.messages = messages;
        this.names = names;
    }

    /** The name of a step, or its id where it has no name. */
    public String step(String elementId) {
        String task = named("task." + elementId, elementId);
        return task.equals(elementId)
                ? names.find(elementId, LocaleContextHolder.getLocale()).orElse(elementId)
                : task;
    }

    public String process(String processId) {
        return named("process." + processId, processId);
    }

    public String role(String group) {
        return named("site.role." + group, group);
    }

    /** Day and minute in UTC, in which all nodes run. */
    public String moment(@Nullable Instant at) {
        Locale language = LocaleContextHolder.getLocale();
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern(messages.getMessage("operations.time", null, language), language)
                        .format(at.atZone(ZoneOffset.UTC));
    }

    private String named(String key, String id) {
        return String.valueOf(messages.getMessage(key, null, id, LocaleContextHolder.getLocale()));
    }
}
