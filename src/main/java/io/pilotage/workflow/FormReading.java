package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.workflow.AnsweredForms.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks through one form with one set of values, and leaves out what the form itself hides. */
final class FormReading {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final FormConditions conditions;
    private final Map<String, Object> values;
    private final AnswerWords words;
    private final Locale language;
    private final boolean contextKept;

    FormReading(FormConditions conditions, Map<String, Object> values, AnswerWords words, Locale language) {
        this.conditions = conditions;
        this.values = values;
        this.words = words;
        this.language = language;
        this.contextKept = values.containsKey("context");
    }

    List<Part> parts(JsonNode components) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode component : components) {
            if (!isHidden(component)) {
                collect(component, parts);
            }
        }
        return parts;
    }

    private void collect(JsonNode component, List<Part> parts) {
        switch (component.path("type").asText()) {
            case "group" -> {
                List<Part> inner = parts(component.path("components"));
                if (!inner.isEmpty() && !label(component).isEmpty()) {
                    parts.add(new Part(label(component), "", false, List.of(), List.of()));
                }
                parts.addAll(inner);
            }
            case "text" ->
                shown(component.path("text").asText())
                        .ifPresent(text -> parts.add(new Part("", text, false, List.of(), List.of())));
            case "table" -> table(component).ifPresent(parts::add);
            default -> question(component).ifPresent(parts::add);
        }
    }

    private boolean isHidden(JsonNode component) {
        String condition = component.path("conditional").path("hide").asText();
        return !condition.isEmpty() && Boolean.TRUE.equals(conditions.value(condition.replaceFirst("^=", ""), values));
    }

    /** A text with what it says of the case; nothing where it speaks of the case and what was seen is not there. */
    private Optional<String> shown(String template) {
        if (!contextKept && template.contains("context.")) {
            return Optional.empty();
        }
        String filled = EXPRESSION
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(written(conditions.value(found.group(1), values))));
        String plain = filled.replaceAll("(?m)^#{1,6} ", "").replace("**", "").strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    private Optional<Part> table(JsonNode component) {
        Object found = conditions.value(component.path("dataSource").asText().replaceFirst("^=", ""), values);
        if (!(found instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        component.path("columns").forEach(column -> {
            headings.add(column.path("label").asText());
            keys.add(column.path("key").asText());
        });
        List<List<String>> rows = list.stream()
                .map(row -> keys.stream()
                        .map(key -> row instanceof Map<?, ?> cells ? written(cells.get(key)) : "")
                        .toList())
                .toList();
        return Optional.of(new Part(label(component), "", false, headings, rows));
    }

    private Optional<Part> question(JsonNode component) {
        String key = component.path("key").asText();
        Object answer = values.get(key);
        if (key.isEmpty() || (answer == null && (!contextKept || key.endsWith("_present")))) {
            return Optional.empty();
        }
        return Optional.of(
                new Part(label(component), words.of(answer, options(component), language), true, List.of(), List.of()));
    }

    /** What there was to choose from: in the form itself, or among what was shown with it. */
    JsonNode options(JsonNode component) {
        String shown = component.path("valuesExpression").asText().replaceFirst("^=", "");
        return shown.isEmpty()
                ? component.path("values")
                : JsonText.MAPPER.valueToTree(Objects.requireNonNullElse(conditions.value(shown, values), List.of()));
    }

    private static String label(JsonNode component) {
        return label(component, "");
    }

    /** What a component of a form is called. */
    static String label(JsonNode component, String otherwise) {
        String label = component.path("label").asText();
        return label.isEmpty() ? component.path("dateLabel").asText(otherwise) : label;
    }

    private String written(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::written).collect(Collectors.joining(", "));
        }
        return Objects.toString(words.shown(value, language), "");
    }
}
