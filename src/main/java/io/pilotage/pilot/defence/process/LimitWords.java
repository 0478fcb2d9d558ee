package io.pilotage.pilot.defence.process;

import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.workflow.Notation;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A watched limit in the words of whoever reads it. */
@Component
class LimitWords {

    private final MessageSource messages;

    LimitWords(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, Object> of(WatchedLimit limit) {
        return Map.of(
                "metric", metric(limit),
                "limit", agreed(limit),
                "checkedOn", limit.dueOn().toString(),
                "source", limit.readFrom());
    }

    String agreed(WatchedLimit limit) {
        return say("pilot.defence." + limit.comparator(), limit.comparator()) + " " + Notation.plain(limit.threshold());
    }

    /** Why the pilot is in question: the limit was missed, or nobody read the figure. */
    String reason(WatchedLimit limit) {
        return say(limit.measured() == null ? "pilot.limit.unread" : "pilot.limit.missed", "", metric(limit));
    }

    /** A measure that the product knows has a name in every language; any other is the name people gave it. */
    private String metric(WatchedLimit limit) {
        return say("roi.metric." + limit.metric(), limit.metric());
    }

    private String say(String key, String otherwise, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, otherwise, LocaleContextHolder.getLocale()));
    }
}
