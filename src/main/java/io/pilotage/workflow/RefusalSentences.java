package io.pilotage.workflow;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a refusal in a person's language; a refused form names every field that is wrong. */
@Component
public class RefusalSentences {

    private final MessageSource messages;

    RefusalSentences(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Refused refused, Locale language) {
        if (refused instanceof FormRefused form) {
            String problems = form.problems().stream()
                    .map(problem -> messages.getMessage(problem.messageKey(), problem.words(), language))
                    .collect(Collectors.joining(" "));
            return messages.getMessage(refused.messageKey(), new Object[] {problems}, language);
        }
        return messages.getMessage(refused.messageKey(), refused.arguments(), language);
    }
}
