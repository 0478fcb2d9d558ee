package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form as its {@code .form} file states it: the inputs in order, each with its rules.
 *
 * @param id the form's id, which is the id of its user task
 * @param version SHA-256 of the file, hexadecimal, so that an answer can name the very form it was given on
 * @param statement what the person declares by signing the form; null for a form that nobody signs
 */
record FormSchema(
        String id,
        String version,
        List<FormField> fields,
        @Nullable String statement) {

    /** Ends the id of the text that states what a signature under the form says. */
    static final String STATEMENT = "_declaration";

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist", "taglist");

    /** @throws IllegalArgumentException when the file is no form-js schema */
    static FormSchema read(InputStream file) {
        try {
            byte[] bytes = file.readAllBytes();
            JsonNode root = JsonText.MAPPER.readTree(bytes);
            if (!root.path("components").isArray() || root.path("id").asText().isEmpty()) {
                throw new IllegalArgumentException("The form has no id or no components");
            }
            List<FormField> fields = new ArrayList<>();
            collect(root.path("components"), List.of(), fields);
            String id = root.path("id").asText();
            return new FormSchema(id, hash(bytes), List.copyOf(fields), statement(id, root.path("components")));
        } catch (IOException e) {
            throw new IllegalArgumentException("The form is no JSON: " + e.getMessage(), e);
        }
    }

    /** The answers, with what the person wrote freely marked as theirs, for the trail. */
    Map<String, Object> wordsApart(Map<String, Object> answers, String author) {
        Map<String, Object> apart = new LinkedHashMap<>(answers);
        fields.stream()
                .filter(FormField::isFreeText)
                .forEach(field -> apart.computeIfPresent(
                        field.key(),
                        (key, value) -> value instanceof String words ? field.apart(words, author) : value));
        return apart;
    }

    /** A text of its own at the end of the form, so that nobody overlooks it. */
    private static @Nullable String statement(String form, JsonNode components) {
        for (JsonNode component : components) {
            if (component.path("id").asText().equals(form + STATEMENT)
                    && component.path("type").asText().equals("text")) {
                return component.path("text").asText();
            }
        }
        return null;
    }

    private static void collect(JsonNode components, List<String> outer, List<FormField> fields) {
        for (JsonNode component : components) {
            List<String> hidden = new ArrayList<>(outer);
            String condition = component.path("conditional").path("hide").asText();
            if (!condition.isEmpty()) {
                hidden.add(condition.startsWith("=") ? condition.substring(1) : condition);
            }
            if (component.path("components").isArray()) {
                collect(component.path("components"), hidden, fields);
            } else if (INPUTS.contains(component.path("type").asText())) {
                fields.add(field(component, hidden));
            }
        }
    }

    private static FormField field(JsonNode component, List<String> hidden) {
        JsonNode rules = component.path("validate");
        return new FormField(
                component.path("key").asText(),
                component
                        .path("label")
                        .asText(component
                                .path("dateLabel")
                                .asText(component.path("key").asText())),
                component.path("type").asText(),
                component.path("readonly").asBoolean()
                        || component.path("disabled").asBoolean(),
                rules.path("required").asBoolean(),
                integer(rules.path("minLength")),
                integer(rules.path("maxLength")),
                decimal(rules.path("min")),
                decimal(rules.path("max")),
                integer(component.path("decimalDigits")),
                rules.path("pattern").asText(null),
                component.path("subtype").asText("date").equals("date"),
                options(component.path("values")),
                List.copyOf(hidden));
    }

    private static @Nullable List<String> options(JsonNode values) {
        if (!values.isArray()) {
            return null;
        }
        List<String> options = new ArrayList<>();
        values.forEach(value -> options.add(value.path("value").asText()));
        return options;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() || node.isTextual() ? Integer.valueOf(node.asText()) : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() || (node.isTextual() && !node.asText().isEmpty()) ? new BigDecimal(node.asText()) : null;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
