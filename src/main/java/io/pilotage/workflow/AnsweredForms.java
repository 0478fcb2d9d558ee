package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.NamesInWords;
import io.pilotage.verify.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a form back from the trail as the person saw and answered it, in the reader's language: on a page the very version
 * that the entry names, with the case as it stood at that moment; in a document the answers alone.
 */
@Component
public class AnsweredForms {

    /** Under this name an entry holds what the form showed beside its questions; no field of a form may have it. */
    public static final String SEEN = "seen";

    private final ModelArchive archive;
    private final FormTexts texts;
    private final FormConditions conditions;
    private final AnswerWords words;
    private final NamesInWords names;

    AnsweredForms(
            ModelArchive archive, FormTexts texts, FormConditions conditions, AnswerWords words, NamesInWords names) {
        this.archive = archive;
        this.texts = texts;
        this.conditions = conditions;
        this.words = words;
        this.names = names;
    }

    /** A question of a form and what was answered. */
    public record Answer(String question, String answer) {}

    /**
     * A part of the form: a heading, a text, a table or a question with its answer.
     *
     * @param label what the form calls it; empty for a plain text
     * @param text the text or the answer; empty for a heading, a table, and a question without an answer
     * @param question whether the person was asked this
     * @param columns headings of a table; empty for anything else
     * @param rows cells of a table
     */
    public record Part(String label, String text, boolean question, List<String> columns, List<List<String>> rows) {}

    /** The parts in the order of the form; empty for an entry without a form, or whose form was deleted. */
    public Optional<List<Part>> of(TrailEntry entry, Locale language) {
        String form = entry.formId();
        String process = entry.processId();
        Integer model = entry.modelVersion();
        if (form == null || process == null || model == null) {
            return Optional.empty();
        }
        return archive.form(form, process, model)
                .filter(file -> Sha256.hex(file).equals(entry.formVersion()))
                .map(file -> read(file, language))
                .map(root -> new FormReading(conditions, values(entry.details(), form), words, language)
                        .parts(root.path("components")));
    }

    /**
     * The answers in the order of the form; what the form does not ask for follows under its own name.
     *
     * @param form the file of the very form that was answered; null when it is not there any more
     * @param answers as the trail keeps them: by name without the form's prefix, repeats as lists of maps, and what was
     *     shown, from which the words of what there was to choose from are taken
     */
    public List<Answer> told(byte @Nullable [] form, Map<String, Object> answers, Locale language) {
        JsonNode root = form == null ? MissingNode.getInstance() : read(form, language);
        String id = root.path("id").asText();
        FormReading reading = new FormReading(conditions, values(answers, id), words, language);
        Map<String, Object> answered = new LinkedHashMap<>(answers);
        answered.remove(SEEN);
        Map<String, Object> left = new LinkedHashMap<>(Answers.spread(id, answered));
        left.keySet().removeIf(key -> key.endsWith("_present"));
        List<Answer> told = new ArrayList<>();
        questions(root.path("components")).forEach((key, question) -> {
            if (left.containsKey(key)) {
                tell(
                        told,
                        FormReading.label(question, key),
                        words.of(left.remove(key), reading.options(question), language));
            }
        });
        left.forEach((key, value) -> all(told, key.substring(id.length() + 1), value, language));
        return told;
    }

    /** What no form asked for, each part of it on a line of its own. */
    private void all(List<Answer> told, String name, @Nullable Object value, Locale language) {
        if (value instanceof Map<?, ?> parts) {
            parts.forEach((part, inner) -> all(told, name + " / " + part, inner, language));
        } else {
            tell(told, name, words.of(value, null, language));
        }
    }

    private static void tell(List<Answer> told, String question, String answer) {
        if (!answer.isBlank()) {
            told.add(new Answer(question, answer));
        }
    }

    private static Map<String, JsonNode> questions(JsonNode components) {
        Map<String, JsonNode> questions = new LinkedHashMap<>();
        for (JsonNode component : components) {
            if (component.has("key")) {
                questions.put(component.path("key").asText(), component);
            }
            questions.putAll(questions(component.path("components")));
        }
        return questions;
    }

    /** Answers by key, and the context under its own name, where it was kept and not erased. */
    private Map<String, Object> values(Map<String, Object> kept, String form) {
        Map<String, Object> details = new HashMap<>(kept);
        Object seen = details.remove(SEEN);
        Map<String, Object> values = new HashMap<>(Answers.spread(form, details));
        if (seen instanceof String json && !json.equals(TrailEntry.ERASED)) {
            @Nullable Object context = names.inAll(JsonText.exactly(json));
            if (context != null) {
                values.put("context", context);
            }
        }
        return values;
    }

    private JsonNode read(byte[] form, Locale language) {
        try (InputStream translated = texts.translated(new ByteArrayInputStream(form), language)) {
            return JsonText.MAPPER.readTree(translated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
