package io.pilotage.portfolio.web;

import io.pilotage.portfolio.RowProblem;
import io.pilotage.workflow.Word;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Speaks problems of rows in the person's language. */
@Component
class PortfolioSentences {

    private static final Set<String> ROLE_LAST = Set.of("nobody", "unknownPerson");

    private final MessageSource messages;

    PortfolioSentences(MessageSource messages) {
        this.messages = messages;
    }

    String of(RowProblem problem, Locale locale) {
        Object[] arguments = problem.arguments().toArray();
        if (ROLE_LAST.contains(problem.kind())) {
            int last = arguments.length - 1;
            arguments[last] = Word.role(String.valueOf(arguments[last]));
        }
        return messages.getMessage("portfolio.problem." + problem.kind(), arguments, locale);
    }

    String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
