package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.NamesInWords;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        if (value instanceof Number number) {
            return Notation.number(number, language);
        }
        return chosen(String.valueOf(value), options, language);
    }

    /**
     * What a form shows of a case as its reader writes it: figures and days, also those inside lists and maps; anything
     * else is handed back. A whole number that every language writes alike stays a number, so that a form may count
     * with it.
     */
    @Nullable Object shown(@Nullable Object value, Locale language) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> shown(one, language)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> shown = new LinkedHashMap<>();
            map.forEach((key, one) -> shown.put(key, shown(one, language)));
            return shown;
        }
        if (value instanceof Number number) {
            boolean alike =
                    (number instanceof Integer || number instanceof Long) && Math.abs(number.longValue()) < 1000;
            return alike ? number : Notation.number(number, language);
        }
        return value instanceof LocalDate
                        || (value instanceof String text && DAY.matcher(text).matches())
                ? day(value.toString(), language)
                : value;
    }

    private String day(String iso, Locale language) {
        try {
            return DateTimeFormatter.ofPattern(say("workflow.date", language), language)
                    .format(LocalDate.parse(iso));
        } catch (DateTimeParseException noDay) {
            return iso;
        }
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
        if (DAY.matcher(value).matches()) {
            return day(value, language);
        }
        return people.find(value).map(Person::name).orElseGet(() -> names.in(value));
    }

    private String say(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, language));
    }
}
