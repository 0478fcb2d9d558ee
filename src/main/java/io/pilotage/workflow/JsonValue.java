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

    JsonValue(@Nullable Object value) {
        this.value = value;
        this.text = JsonText.write(value);
    }

    private JsonValue(@Nullable Object value, String text) {
        this.value = value;
        this.text = text;
    }

    /** @throws Refused when the text is no JSON */
    static JsonValue parsed(@Nullable String text) {
        return text == null ? new JsonValue(null) : new JsonValue(JsonText.read(text), text);
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
        return true;
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
