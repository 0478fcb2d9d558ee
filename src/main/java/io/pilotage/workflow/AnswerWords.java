package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.NamesInWords;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says one answer as its form asked for it: the words of an option, a number, a day or a name in the reader's language. */
@Component
class AnswerWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource messages;
    private final People people;
    private final NamesInWords names;

    AnswerWords(MessageSource messages, People people, NamesInWords names) {
        this.messages = messages;
        this.people = people;
        this.names = names;
    }

    /** @param options what there was to choose from, each with {@code value} and {@code label}; null for a free answer */
    String of(@Nullable Object value, @Nullable JsonNode options, Locale language) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> of(one, options, language)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + of(entry.getValue(), null, language))
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean yes) {
            return say(yes ? "workflow.yes" : "workflow.no", language);
        }
        if (value instanceof Number) {
            NumberFormat format = NumberFormat.getNumberInstance(language);
            format.setMaximumFractionDigits(8);
            return format.format(value);
        }
        return chosen(String.valueOf(value), options, language);
    }

    private String chosen(String value, @Nullable JsonNode options, Locale language) {
        if (options != null) {
            for (JsonNode option : options) {
                if (option.path("value").asText().equals(value)) {
                    return option.path("label").asText(value);
                }
            }
        }
        if (value.equals(TrailEntry.ERASED)) {
            return say("trail.erasedWords", language);
        }
        Matcher day = DAY.matcher(value);
        if (day.matches()) {
            return DateTimeFormatter.ofPattern(say("workflow.date", language), language)
                    .format(LocalDate.parse(value));
        }
        return people.find(value).map(Person::name).orElseGet(() -> names.in(value));
    }

    private String say(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, language));
    }
}
