package io.pilotage.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/** JSON text as the engine's variables hold it: dates as ISO text, nothing typed. */
final class JsonText {

    static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private JsonText() {}

    static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON can be written of a " + value, e);
        }
    }

    /** As {@link #read}, with every decimal that was written. @throws Refused when the text is no JSON */
    static @Nullable Object exactly(String text) {
        try {
            return MAPPER.readerFor(Object.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new Refused("workflow.json.unreadable");
        }
    }

    /** @throws Refused when the text is no JSON */
    static @Nullable Object read(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new Refused("workflow.json.unreadable");
        }
    }
}
