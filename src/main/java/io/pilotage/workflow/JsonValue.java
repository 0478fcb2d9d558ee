package io.pilotage.workflow;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.variable.type.SerializableValueType;
import org.operaton.bpm.engine.variable.value.SerializableValue;

/** A list or map held as JSON text; expressions, decision tables and forms see it as list or map. */
final class JsonValue implements SerializableValue {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object value;
    private final String text;
    private final boolean deserialized;

    JsonValue(@Nullable Object value) {
        this(value, JsonText.write(value), true);
    }

    private JsonValue(@Nullable Object value, String text, boolean deserialized) {
        this.value = value;
        this.text = text;
        this.deserialized = deserialized;
    }

    /** For a reader that wants the text and parses it, as Tasklist does. */
    static JsonValue unread(Object value) {
        return new JsonValue(value, JsonText.write(value), false);
    }

    /** @throws Refused when the text is no JSON */
    static JsonValue parsed(@Nullable String text) {
        return text == null ? new JsonValue(null) : new JsonValue(JsonText.read(text), text, true);
    }

    @Override
    public String getValueSerialized() {
        return text;
    }

    @Override
    public String getSerializationDataFormat() {
        return "application/json";
    }

    @Override
    public boolean isDeserialized() {
        return deserialized;
    }

    @Override
    @SuppressWarnings("NullAway") // the engine's interface knows no null marks
    public @Nullable Object getValue() {
        return value == null ? JsonText.read(text) : value;
    }

    @Override
    public SerializableValueType getType() {
        return JsonValueType.JSON;
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
