package io.pilotage.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Fills a form as an obliging person would: every field that is asked and required, with the mildest answer. */
public final class FormFiller {

    private static final FormConditions CONDITIONS = new FormConditions();

    /** What an obliging person writes: words, one word, a hash. */
    private static final List<String> WORDS = List.of("As agreed", "as-agreed", "0".repeat(64));

    /** A contract lasts longer than the days within which things are usually done. */
    private static final int A_YEAR = 365;

    private FormFiller() {}

    /**
     * Answers of a form by key.
     *
     * @param given answers by name without the form's prefix; they are kept, the rest is filled in around them
     * @param visible what the form's conditions may read besides, for example {@code context}
     */
    public static Map<String, Object> fill(String formId, Map<String, ?> given, Map<String, ?> visible) {
        return fill(read(formId), given, visible);
    }

    /** The same for a form of whatever version, as a program gets it from a node. @param form the file's text */
    public static Map<String, Object> fillText(String form, Map<String, ?> given) {
        return fill(FormSchema.read(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))), given, Map.of());
    }

    private static Map<String, Object> fill(FormSchema form, Map<String, ?> given, Map<String, ?> visible) {
        Map<String, Object> answers = new HashMap<>();
        given.forEach((name, value) -> answers.put(form.id() + "_" + name, plain(value)));
        for (FormField field : form.fields()) {
            Map<String, Object> known = new HashMap<>(visible);
            form.fields().forEach(other -> known.put(other.key(), answers.get(other.key())));
            boolean asked = !field.readOnly() && !CONDITIONS.hides(field, known);
            if (asked && field.required() && !answers.containsKey(field.key())) {
                answers.put(field.key(), mildest(field));
            }
        }
        answers.values().removeIf(Objects::isNull);
        return answers;
    }

    /** What the form asks given these answers, in the order of the form, with the answer to each. */
    static Map<FormField, Object> asked(String formId, Map<String, ?> given, Map<String, ?> visible) {
        Map<String, Object> byName = new HashMap<>();
        given.forEach((key, value) -> byName.put(key.substring(key.indexOf('_') + 1), value));
        Map<String, Object> answers = fill(formId, byName, visible);
        Map<String, Object> known = new HashMap<>(visible);
        FormSchema form = read(formId);
        form.fields().forEach(field -> known.put(field.key(), answers.get(field.key())));
        Map<FormField, Object> asked = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            Object answer = answers.get(field.key());
            if (answer != null && !field.readOnly() && !CONDITIONS.hides(field, known)) {
                asked.put(field, answer);
            }
        }
        return asked;
    }

    private static Object mildest(FormField field) {
        List<String> options = field.options();
        return switch (field.type()) {
            case "number" -> field.min() == null ? 1 : field.min().max(java.math.BigDecimal.ONE.min(max(field)));
            case "checkbox" -> true;
            case "checklist", "taglist" ->
                List.of(Objects.requireNonNull(options).get(0));
            case "select", "radio" -> Objects.requireNonNull(options).get(0);
            case "datetime" ->
                LocalDate.now()
                        .plusDays(field.key().endsWith("Ends") ? A_YEAR : 90)
                        .toString();
            default ->
                WORDS.stream()
                        .filter(words -> field.pattern() == null || words.matches(field.pattern()))
                        .findFirst()
                        .orElse(WORDS.get(0));
        };
    }

    private static java.math.BigDecimal max(FormField field) {
        return field.max() == null ? java.math.BigDecimal.ONE : field.max();
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate ? value.toString() : value;
    }

    private static FormSchema read(String formId) {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            Path file = files.filter(path -> path.endsWith(formId + ".form"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No form " + formId));
            try (InputStream stream = Files.newInputStream(file)) {
                return FormSchema.read(stream);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
