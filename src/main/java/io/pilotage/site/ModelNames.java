package io.pilotage.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotage.workflow.DrawnModel;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Puts the names of tasks, processes, filters and drawings in the engine's answers into the person's language. */
final class ModelNames {

    private static final String BUNDLE = "messages/names";

    private static final String XML = "bpmn20Xml";

    private final Locale language;
    private final ResourceBundle names;

    private ModelNames(Locale language) {
        this.language = language;
        this.names =
                ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** English stands in the models themselves, so there is nothing to do for it. */
    static boolean areTranslatedTo(Locale language) {
        return !Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }

    static ModelNames in(Locale language) {
        return new ModelNames(language);
    }

    void translate(JsonNode answer) {
        if (answer instanceof ObjectNode drawing && drawing.path(XML).isTextual()) {
            drawing.put(XML, new DrawnModel(drawing.path(XML).asText(), language).translated());
        }
        if (answer instanceof ObjectNode object && object.path("name").isTextual()) {
            String key = keyOf(object);
            rename(object, "name", key);
            if (object.path("properties") instanceof ObjectNode properties) {
                rename(properties, "description", key + ".description");
            }
        }
        answer.forEach(this::translate);
    }

    private void rename(ObjectNode object, String field, String key) {
        if (names.containsKey(key)) {
            object.put(field, names.getString(key));
        }
    }

    private static String keyOf(JsonNode object) {
        if (object.has("taskDefinitionKey")) {
            return "task." + object.path("taskDefinitionKey").asText();
        }
        if (object.has("key") && object.has("resource")) {
            return "process." + object.path("key").asText();
        }
        return "filter." + object.path("name").asText();
    }
}
