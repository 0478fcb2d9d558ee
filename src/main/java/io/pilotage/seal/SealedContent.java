package io.pilotage.seal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotage.audit.Personal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sealed, field by field. Persons, where they are reached, and free text are held apart, so that whoever is
 * named can be erased (GDPR art. 17); everything that a result is judged against stays in the text for ever.
 */
public final class SealedContent {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private final Map<String, @Nullable Object> fields;

    private SealedContent(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** The fields of a record; not how it is stored, and nothing that is empty. */
    public static SealedContent of(Object agreed) {
        return new SealedContent(plain(agreed)).without("version", "pilotKey");
    }

    /** Leaves fields out, such as a time that the seal itself states. */
    public SealedContent without(String... names) {
        List.of(names).forEach(fields::remove);
        return this;
    }

    /** Holds apart the persons whose ids these fields are. */
    public SealedContent persons(String... names) {
        for (String name : names) {
            fields.computeIfPresent(name, (field, id) -> Personal.person(String.valueOf(id)));
        }
        return this;
    }

    /** Holds apart fields that say where people are reached. @param author id of the person with whom it is erased */
    public SealedContent words(String author, String... names) {
        for (String name : names) {
            fields.computeIfPresent(name, (field, text) -> Personal.words(String.valueOf(text), author));
        }
        return this;
    }

    /**
     * Holds apart what people wrote freely and agreed on together: it stays when its writer goes, and goes only when it
     * names who is erased.
     */
    public SealedContent texts(String... names) {
        apart(fields, names);
        return this;
    }

    /** Likewise, within a part or within every part of a list. */
    public SealedContent textsIn(String part, String... names) {
        if (fields.get(part) instanceof List<?> list) {
            list.forEach(one -> apart(one, names));
        } else {
            apart(fields.get(part), names);
        }
        return this;
    }

    /** Adds a part with fields of its own; null adds nothing. */
    public SealedContent with(String name, @Nullable Object part) {
        if (part instanceof SealedContent content) {
            fields.put(name, content.fields);
        } else if (part instanceof String || part instanceof Number || part instanceof Boolean) {
            fields.put(name, part);
        } else if (part != null) {
            fields.put(name, plain(Map.of(name, part)).get(name));
        }
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    /**
     * A sealed text as what it was made of.
     *
     * @throws IllegalArgumentException when the text is none of it
     */
    public static <T> T read(String content, Class<T> type) {
        try {
            return JSON.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The sealed text is no " + type.getSimpleName(), e);
        }
    }

    @SuppressWarnings("unchecked") // as JSON was read
    private static void apart(@Nullable Object part, String... names) {
        if (part instanceof Map<?, ?> map) {
            for (String name : names) {
                ((Map<String, Object>) map)
                        .computeIfPresent(name, (field, words) -> Personal.text(String.valueOf(words)));
            }
        }
    }

    private static Map<String, @Nullable Object> plain(Object value) {
        Map<String, @Nullable Object> plain = new TreeMap<>();
        try {
            JSON.readerForMapOf(Object.class)
                    .<Map<String, Object>>readValue(JSON.writeValueAsString(value))
                    .forEach((name, one) -> {
                        if (one != null) {
                            plain.put(name, one);
                        }
                    });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON can be written of a " + value.getClass(), e);
        }
        return plain;
    }
}
