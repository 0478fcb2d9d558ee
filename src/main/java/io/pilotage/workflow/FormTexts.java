package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Speaks a form in the reader's language: the {@code .form} file is English, {@code forms/<module>_<language>.properties}
 * holds one line per distinct English text of a form. What has no line stays English.
 */
@Component
class FormTexts {

    private final Map<String, Properties> byLanguage = new ConcurrentHashMap<>();

    /** The form in the language of the locale; the same bytes where there is nothing to translate. */
    InputStream translated(InputStream form, Locale locale) {
        try {
            byte[] english = form.readAllBytes();
            Properties texts = byLanguage.computeIfAbsent(locale.getLanguage(), FormTexts::load);
            if (texts.isEmpty()) {
                return new ByteArrayInputStream(english);
            }
            JsonNode root = JsonText.MAPPER.readTree(english);
            String formId = root.path("id").asText();
            Map<String, String> words = new HashMap<>();
            visit(root.path("components"), (node, place) -> {
                String key = formId + "." + place.owner + "." + place.kind;
                if (texts.getProperty(key) != null) {
                    words.put(node.path(place.attribute).asText(), texts.getProperty(key));
                }
            });
            visit(
                    root.path("components"),
                    (node, place) -> node.set(
                            place.attribute,
                            new TextNode(words.getOrDefault(
                                    node.path(place.attribute).asText(),
                                    node.path(place.attribute).asText()))));
            return new ByteArrayInputStream(JsonText.MAPPER.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new IllegalArgumentException("The form is no JSON", e);
        }
    }

    /** One text by its line in the file of texts; the English text where that language has none. */
    String text(String key, String english, Locale locale) {
        return byLanguage.computeIfAbsent(locale.getLanguage(), FormTexts::load).getProperty(key, english);
    }

    private static void visit(JsonNode components, BiConsumer<ObjectNode, Place> visitor) {
        for (JsonNode child : components) {
            ObjectNode component = (ObjectNode) child;
            String owner = component.path("key").asText(component.path("id").asText());
            for (String attribute : new String[] {"label", "dateLabel", "timeLabel", "description", "text"}) {
                if (component.path(attribute).isTextual()) {
                    String kind = attribute.endsWith("Label") ? "label" : attribute;
                    visitor.accept(component, new Place(owner, attribute, kind));
                }
            }
            options(component.path("values"), "value", "values", owner, visitor);
            options(component.path("columns"), "key", "columns", owner, visitor);
            visit(component.path("components"), visitor);
        }
    }

    private static void options(
            JsonNode options, String id, String kind, String owner, BiConsumer<ObjectNode, Place> visitor) {
        for (JsonNode option : options) {
            if (option.path("label").isTextual()) {
                visitor.accept(
                        (ObjectNode) option,
                        new Place(owner, "label", kind + "." + option.path(id).asText()));
            }
        }
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:forms/*_" + language + ".properties")) {
                try (InputStreamReader reader =
                        new InputStreamReader(Objects.requireNonNull(file.getInputStream()), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The texts of the forms cannot be read", e);
        }
        return texts;
    }

    /** Where a text stands: whose it is, in which attribute, and its last part in the file of texts. */
    private record Place(String owner, String attribute, String kind) {}
}
