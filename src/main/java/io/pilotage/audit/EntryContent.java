package io.pilotage.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Commitments;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entry as it goes into its chain: canonical JSON (RFC 8785) that names chain, number and the hash before, with
 * a salted commitment wherever a personal value belongs.
 */
final class EntryContent {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final List<HeldApart> heldApart = new ArrayList<>();

    private EntryContent() {}

    /** A personal value on its way into its table. */
    record HeldApart(String person, PersonalValue value) {}

    /** An entry ready to be stored. */
    record Written(ChainEntry entry, List<HeldApart> heldApart) {}

    static Written of(TrailEntry entry, long number, String previous) {
        EntryContent writer = new EntryContent();
        String text = canonical(writer.fields(entry, number, previous));
        return new Written(
                new ChainEntry(entry.chain(), number, text, Sha256.hex(text)), List.copyOf(writer.heldApart));
    }

    /** RFC 8785 of maps, lists, texts, numbers, truth values and null; half a character becomes a question mark. */
    static String canonical(Map<String, ?> values) {
        try {
            return new String(
                    new JsonCanonicalizer(JSON.writeValueAsString(values)).getEncodedUTF8(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not writable as the content of an entry", e);
        }
    }

    /** A text as it stands inside JSON, without the quotation marks around it. */
    static String quoted(String text) {
        try {
            String json = JSON.writeValueAsString(text);
            return json.substring(1, json.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, Object> fields(TrailEntry entry, long number, String previous) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("chain", entry.chain());
        fields.put("number", number);
        fields.put("previous", previous);
        fields.put("at", entry.at().toString());
        fields.put("kind", entry.kind());
        fields.put("sentence", entry.sentenceKey());
        fields.put("actor", apart("actor", entry.actor()));
        put(fields, "role", entry.role());
        put(fields, "onBehalfOf", entry.onBehalfOf() == null ? null : apart("onBehalfOf", entry.onBehalfOf()));
        put(fields, "phase", entry.phase());
        put(fields, "process", entry.processId());
        put(fields, "modelVersion", entry.modelVersion());
        put(fields, "element", entry.elementId());
        put(fields, "form", entry.formId());
        put(fields, "formVersion", entry.formVersion());
        put(fields, "tables", entry.tables().isEmpty() ? null : entry.tables());
        fields.put("arguments", arguments(entry.arguments()));
        fields.put("details", plain("details", entry.details()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** A list, because the order of a sentence's arguments matters and canonical JSON sorts names. */
    private List<Map<String, @Nullable Object>> arguments(Map<String, Object> arguments) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        arguments.forEach((name, value) -> {
            String field = Commitments.part(Commitments.part("arguments", list.size()), "value");
            Map<String, @Nullable Object> argument = new LinkedHashMap<>();
            argument.put("name", name);
            argument.put("value", plain(field, value));
            list.add(argument);
        });
        return list;
    }

    /** The canonical JSON that these details become as a part of an entry. */
    static String part(Map<String, ?> details) {
        EntryContent writer = new EntryContent();
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        details.forEach((name, value) -> plain.put(name, writer.plain(name, value)));
        return canonical(plain);
    }

    private @Nullable Object plain(String field, @Nullable Object value) {
        if (value instanceof Personal personal) {
            return apart(field, Committed.anew(personal));
        }
        if (value instanceof Committed committed) {
            return apart(field, committed);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, inner) -> plain.put(
                    Commitments.KEY.equals(name) ? name + "_" : String.valueOf(name),
                    plain(Commitments.part(field, name), inner)));
            return plain;
        }
        if (value instanceof Iterable<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(inner -> plain.add(plain(Commitments.part(field, plain.size()), inner)));
            return plain;
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        return value instanceof Number number ? exact(number) : plain(field, JSON.convertValue(value, Object.class));
    }

    /** RFC 8785 knows only the numbers of IEEE 754; one that is none of them is kept as text, exactly. */
    private static Object exact(Number number) {
        BigDecimal decimal =
                number instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(number.toString());
        double nearest = decimal.doubleValue();
        boolean kept = Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(decimal) == 0;
        return kept ? decimal : decimal.toPlainString();
    }

    private Object apart(String field, String person) {
        return apart(field, Committed.anew(Personal.person(person)));
    }

    private Object apart(String field, Committed committed) {
        Personal personal = committed.personal();
        if (!personal.isPersonal()) {
            return personal.value();
        }
        PersonalValue value = committed.at(field);
        heldApart.add(new HeldApart(personal.person(), value));
        return Map.of(Commitments.KEY, value.commitment());
    }

    /** @throws IllegalStateException when it is no JSON, which the trail never writes */
    static Map<String, Object> read(String content) {
        try {
            return JSON.readerForMapOf(Object.class)
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not readable as the content of an entry", e);
        }
    }
}
