package io.pilotage.pilot.web;

import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Loop;
import io.pilotage.pilot.reopening.Question;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a question about a decided point from the page or from a program to the module, in the asker's own role. */
@Component
class ReopeningAsk {

    private static final int LONGEST = 2_000;

    private static final Set<String> ASKS = Set.of("decision", "test", "review");

    private final Finality finality;
    private final People people;

    ReopeningAsk(Finality finality, People people) {
        this.finality = finality;
        this.people = people;
    }

    /**
     * What is asked, as it comes in.
     *
     * @param evidenceOn ISO date
     * @param owner group whose accountable person owns the risk; the asker's own role means the asker
     */
    record Request(
            @Nullable String gate,
            @Nullable String asks,
            @Nullable String question,
            @Nullable String evidence,
            @Nullable String evidenceOn,
            @Nullable String role,
            @Nullable String owner) {}

    /** @throws Refused when it is not understood, or the point stays closed */
    Loop ask(String pilotKey, Request request, String person) {
        Gate gate = Arrays.stream(Gate.values())
                .filter(one -> one.name().equals(request.gate))
                .findFirst()
                .orElseThrow(() -> FieldsRefused.of("gate", "pilot.reopening.gate"));
        String asks = Optional.ofNullable(request.asks)
                .filter(ASKS::contains)
                .orElseThrow(() -> FieldsRefused.of("asks", "pilot.reopening.asks"));
        String role = Optional.ofNullable(request.role)
                .flatMap(Role::ofGroup)
                .filter(Role::decides)
                .filter(held ->
                        people.find(person).filter(one -> one.holds(held)).isPresent())
                .map(Role::group)
                .orElseThrow(() -> FieldsRefused.of("role", "pilot.reopening.role"));
        return finality.ask(
                pilotKey,
                gate,
                new Question(
                        asks,
                        text("question", request.question),
                        text("evidence", request.evidence),
                        day(request.evidenceOn),
                        person,
                        role,
                        Objects.toString(request.owner, "")));
    }

    private static String text(String field, @Nullable String text) {
        String words = Objects.toString(text, "").strip();
        if (words.length() > LONGEST) {
            throw FieldsRefused.of(field, "site.input.tooLong", LONGEST);
        }
        return words;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            throw FieldsRefused.of("evidenceOn", "pilot.reopening.noDay");
        }
    }
}
