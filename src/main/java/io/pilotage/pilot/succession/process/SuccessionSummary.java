package io.pilotage.pilot.succession.process;

import io.pilotage.identity.People;
import io.pilotage.pilot.succession.Succession;
import io.pilotage.pilot.succession.Vacancy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The vacant role in the words that those read who fill it. */
@Component
class SuccessionSummary {

    private final Succession succession;
    private final People people;
    private final MessageSource messages;

    SuccessionSummary(Succession succession, People people, MessageSource messages) {
        this.succession = succession;
        this.people = people;
        this.messages = messages;
    }

    /** The role for which the process seeks somebody; several may be vacant on a case at the same time. */
    Map<String, Object> of(String pilotKey, Map<String, Object> variables) {
        return succession
                .current(pilotKey, Objects.toString(variables.get("role"), ""))
                .map(this::words)
                .map(words -> Map.<String, Object>of("succession", words))
                .orElse(Map.of());
    }

    private Map<String, Object> words(Vacancy vacancy) {
        Map<String, Object> words = new HashMap<>();
        words.put(
                "role",
                Objects.requireNonNull(messages.getMessage(
                        "site.role." + vacancy.roleGroup(),
                        null,
                        vacancy.roleGroup(),
                        LocaleContextHolder.getLocale())));
        words.put("person", people.nameOf(vacancy.person()));
        words.put("since", LocalDate.ofInstant(vacancy.since(), ZoneOffset.UTC));
        words.put("deputy", name(vacancy.deputy()));
        words.put("handover", vacancy.handover());
        return words;
    }

    private String name(@Nullable String person) {
        return person == null ? "–" : people.nameOf(person);
    }
}
