package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.identity.NamesInWords;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the answers to a form as the form asked for them, for whoever reads them later. */
@Component
public class FormWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final FormTexts texts;
    private final MessageSource messages;
    private final People people;
    private final NamesInWords names;

    FormWords(FormTexts texts, MessageSource messages, People people, NamesInWords names) {
        this.texts = texts;
        this.messages = messages;
        this.people = people;
        this.names = names;
    }

    /** A question of a form and what was answered. */
    public record Answer(String question, String answer) {}

    /**
     * The answers in the order of the form; what the form does not ask for follows under its own name.
     *
     * @param form the file of the very form that was answered; null when it is not there any more
     * @param answers as the trail keeps them: by name without the form's prefix, repeats as lists of maps
     */
    public List<Answer> told(byte @Nullable [] form, Map<String, Object> answers, Locale language) {
        Map<String, @Nullable Object> left = flat(answers);
        List<Answer> told = new ArrayList<>();
        if (form != null) {
            JsonNode root = read(form, language);
            questions(root.path("components"), root.path("id").asText() + "_").forEach((name, question) -> {
                if (left.containsKey(name)) {
                    tell(
                            told,
                            question.path("label")
                                    .asText(question.path("dateLabel").asText(name)),
                            written(left.remove(name), question.path("values"), language));
                }
            });
        }
        left.forEach((name, value) -> all(told, name, value, language));
        return told;
    }

    /** What no form asked for, each part of it on a line of its own. */
    private void all(List<Answer> told, String name, @Nullable Object value, Locale language) {
        if (value instanceof Map<?, ?> parts) {
            parts.forEach((part, inner) -> all(told, name + " / " + part, inner, language));
        } else {
            tell(told, name, written(value, null, language));
        }
    }

    private static void tell(List<Answer> told, String question, String answer) {
        if (!answer.isBlank()) {
            told.add(new Answer(question, answer));
        }
    }

    /** Rows of repeats by the names that their questions have in the form, such as {@code scenario2_error}. */
    private static Map<String, @Nullable Object> flat(Map<String, Object> answers) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        answers.forEach((name, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map<?, ?>) {
                for (int i = 0; i < rows.size(); i++) {
                    String prefix = name + (i + 1) + "_";
                    ((Map<?, ?>) rows.get(i)).forEach((part, one) -> flat.put(prefix + part, one));
                }
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    private static Map<String, JsonNode> questions(JsonNode components, String prefix) {
        Map<String, JsonNode> questions = new LinkedHashMap<>();
        for (JsonNode component : components) {
            String key = component.path("key").asText();
            if (key.startsWith(prefix)) {
                questions.put(key.substring(prefix.length()), component);
            }
            questions.putAll(questions(component.path("components"), prefix));
        }
        return questions;
    }

    private JsonNode read(byte[] form, Locale language) {
        try (InputStream translated = texts.translated(new ByteArrayInputStream(form), language)) {
            return JsonText.MAPPER.readTree(translated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(@Nullable Object value, @Nullable JsonNode options, Locale language) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> written(one, options, language)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + written(entry.getValue(), null, language))
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean yes) {
            return messages.getMessage(yes ? "workflow.yes" : "workflow.no", null, language);
        }
        if (value instanceof BigDecimal || value instanceof Long || value instanceof Integer) {
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
        Matcher day = DAY.matcher(value);
        if (day.matches()) {
            return DateTimeFormatter.ofPattern(messages.getMessage("workflow.date", null, language), language)
                    .format(LocalDate.parse(value));
        }
        return people.find(value).map(Person::name).orElseGet(() -> names.in(value));
    }
}
