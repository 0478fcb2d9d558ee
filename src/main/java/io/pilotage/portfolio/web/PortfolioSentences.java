package io.pilotage.portfolio.web;

import io.pilotage.portfolio.RowProblem;
import io.pilotage.workflow.Refused;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Speaks refusals and problems in the person's language. */
@Component
class PortfolioSentences {

    private final MessageSource messages;

    PortfolioSentences(MessageSource messages) {
        this.messages = messages;
    }

    String of(Refused refused, Locale locale) {
        return messages.getMessage(refused.messageKey(), refused.arguments(), locale);
    }

    String of(RowProblem problem, Locale locale) {
        return messages.getMessage(
                "portfolio.problem." + problem.kind(), problem.arguments().toArray(), locale);
    }

    String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
