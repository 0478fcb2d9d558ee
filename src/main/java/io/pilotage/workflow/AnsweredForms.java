package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.NamesInWords;
import io.pilotage.verify.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a form back from the trail as the person saw and answered it: the very version that the entry names, with the
 * case as it stood at that moment and the answers, in the reader's language.
 */
@Component
public class AnsweredForms {

    /** Under this name an entry holds what the form showed beside its questions; no field of a form may have it. */
    public static final String SEEN = "seen";

    private final ModelArchive archive;
    private final FormTexts texts;
    private final FormConditions conditions;
    private final NamesInWords names;

    AnsweredForms(ModelArchive archive, FormTexts texts, FormConditions conditions, NamesInWords names) {
        this.archive = archive;
        this.texts = texts;
        this.conditions = conditions;
        this.names = names;
    }

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
                .map(file -> read(texts.translated(new ByteArrayInputStream(file), language)))
                .map(root -> new FormReading(conditions, values(entry, form), names).parts(root.path("components")));
    }

    /** Answers by key, and the context under its own name, where it was kept and not erased. */
    private Map<String, Object> values(TrailEntry entry, String form) {
        Map<String, Object> details = new HashMap<>(entry.details());
        Object seen = details.remove(SEEN);
        Map<String, Object> values = new HashMap<>(Answers.spread(form, details));
        if (seen instanceof String json && !json.equals(TrailEntry.ERASED)) {
            @Nullable Object context = names.inAll(JsonText.read(json));
            if (context != null) {
                values.put("context", context);
            }
        }
        return values;
    }

    private static JsonNode read(java.io.InputStream form) {
        try (form) {
            return JsonText.MAPPER.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
