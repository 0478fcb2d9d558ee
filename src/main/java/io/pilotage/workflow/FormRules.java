package io.pilotage.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds submitted answers against the rules of their form, because the engine itself checks nothing: required, length,
 * range, decimals, pattern, options, dates, types, unknown keys and forged read-only fields.
 */
@Component
class FormRules {

    /** The engine stores no longer text as a variable; forms state at most this. */
    static final int LONGEST_TEXT = 4000;

    /** Reading a number takes time by the square of its digits. */
    private static final int LONGEST_NUMBER = 60;

    private final FormConditions conditions;

    FormRules(FormConditions conditions) {
        this.conditions = conditions;
    }

    /**
     * Checks and cleans the answers.
     *
     * @param submitted what came in, by key, untyped
     * @param visible variables the form's conditions may read besides the answers
     * @return the answers that count, by key: hidden and read-only fields left out; numbers as BigDecimal, dates as
     *     LocalDate or Instant, lists as List of text
     * @throws Refused naming the fields and what is wrong with each
     */
    Map<String, Object> check(FormSchema form, Map<String, ?> submitted, Map<String, ?> visible) {
        List<Problem> problems = new ArrayList<>();
        Map<String, FormField> known = new LinkedHashMap<>();
        form.fields().forEach(field -> known.putIfAbsent(field.key(), field));
        submitted.keySet().stream()
                .filter(key -> !known.containsKey(key))
                .forEach(key -> problems.add(new Problem(key, "workflow.form.unknown")));

        Map<String, Object> all = new LinkedHashMap<>(visible);
        form.fields().forEach(field -> all.put(field.key(), submitted.get(field.key())));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            Object value = blankToNull(submitted.get(field.key()));
            if (field.readOnly()) {
                if (value != null && !Objects.equals(text(value), text(visible.get(field.key())))) {
                    problems.add(new Problem(field.label(), "workflow.form.forged"));
                }
            } else if (conditions.hides(field, all)) {
                continue;
            } else if (value == null || (field.type().equals("checkbox") && isFalse(value))) {
                if (field.required()) {
                    problems.add(new Problem(field.label(), "workflow.form.required"));
                } else if (value != null) {
                    answers.put(field.key(), Boolean.FALSE);
                }
            } else {
                typed(field, value, problems, answers);
            }
        }
        if (!problems.isEmpty()) {
            throw new FormRefused(problems);
        }
        return answers;
    }

    private static void typed(FormField field, Object value, List<Problem> problems, Map<String, Object> answers) {
        try {
            answers.put(
                    field.key(),
                    switch (field.type()) {
                        case "number" -> number(field, value);
                        case "checkbox" -> bool(field, value);
                        case "checklist", "taglist" -> list(field, value);
                        case "datetime" -> date(field, value);
                        case "select", "radio" -> option(field, text(value));
                        default -> line(field, value);
                    });
        } catch (FormRefused e) {
            problems.addAll(e.problems());
        }
    }

    private static Object number(FormField field, Object value) {
        BigDecimal number;
        if (text(value).length() > LONGEST_NUMBER) {
            throw problem(field, "workflow.form.number");
        }
        try {
            number = new BigDecimal(text(value).strip());
        } catch (NumberFormatException e) {
            throw problem(field, "workflow.form.number");
        }
        if (number.precision() - number.scale() > 18 || number.scale() > 10) {
            throw problem(field, "workflow.form.number");
        }
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            throw problem(field, "workflow.form.min", field.min());
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            throw problem(field, "workflow.form.max", field.max());
        }
        if (field.decimalDigits() != null && number.stripTrailingZeros().scale() > field.decimalDigits()) {
            throw problem(field, "workflow.form.decimals", field.decimalDigits());
        }
        return number;
    }

    private static Object bool(FormField field, Object value) {
        if (value instanceof Boolean || text(value).matches("true|false")) {
            return Boolean.valueOf(text(value));
        }
        throw problem(field, "workflow.form.checkbox");
    }

    private static boolean isFalse(Object value) {
        return text(value).equals("false");
    }

    private static Object list(FormField field, Object value) {
        if (!(value instanceof List<?> entries)) {
            throw problem(field, "workflow.form.list");
        }
        return entries.stream()
                .map(entry -> option(field, entry == null ? "" : text(entry)))
                .distinct()
                .toList();
    }

    private static String option(FormField field, String value) {
        if (field.options() != null && !field.options().contains(value)) {
            throw problem(field, "workflow.form.option");
        }
        return value;
    }

    private static Object date(FormField field, Object value) {
        try {
            return field.dateOnly()
                    ? LocalDate.parse(text(value))
                    : OffsetDateTime.parse(text(value)).toInstant();
        } catch (DateTimeParseException e) {
            throw problem(field, "workflow.form.date");
        }
    }

    private static Object line(FormField field, Object value) {
        if (value instanceof List || value instanceof Map) {
            throw problem(field, "workflow.form.text");
        }
        String line = text(value);
        int longest = field.maxLength() == null ? LONGEST_TEXT : Math.min(field.maxLength(), LONGEST_TEXT);
        if (line.length() > longest) {
            throw problem(field, "workflow.form.maxLength", longest);
        }
        if (field.minLength() != null && line.length() < field.minLength()) {
            throw problem(field, "workflow.form.minLength", field.minLength());
        }
        if (field.pattern() != null && !Pattern.matches(field.pattern(), line)) {
            throw problem(field, "workflow.form.pattern");
        }
        if (line.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t')) {
            throw problem(field, "workflow.form.control");
        }
        return line;
    }

    private static @Nullable Object blankToNull(@Nullable Object value) {
        boolean empty = value instanceof String text && text.isBlank() || value instanceof List<?> l && l.isEmpty();
        return empty ? null : value;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static FormRefused problem(FormField field, String key, Object... arguments) {
        return new FormRefused(List.of(new Problem(field.label(), key, arguments)));
    }

    /** One field and what is wrong with it. */
    record Problem(String field, String messageKey, Object... arguments) {

        /** What the sentence names: the field first. */
        Object[] words() {
            Object[] words = new Object[arguments.length + 1];
            words[0] = field;
            System.arraycopy(arguments, 0, words, 1, arguments.length);
            return words;
        }
    }
}
