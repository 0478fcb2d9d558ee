package io.pilotage.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.operaton.bpm.engine.impl.variable.serializer.ValueFields;
import org.operaton.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.operaton.bpm.engine.variable.value.TypedValue;

/** Stores lists and maps as JSON text, so that no variable is ever a serialised Java object. */
class JsonValueSerializer extends AbstractTypedValueSerializer<JsonValue> {

    JsonValueSerializer() {
        super(JsonValueType.JSON);
    }

    @Override
    public String getName() {
        return "json";
    }

    @Override
    public JsonValue convertToTypedValue(UntypedValueImpl untyped) {
        return new JsonValue(untyped.getValue());
    }

    @Override
    public void writeValue(JsonValue value, ValueFields fields) {
        fields.setByteArrayValue(value.getValueSerialized().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public JsonValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        byte[] bytes = fields.getByteArrayValue();
        return JsonValue.parsed(bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value instanceof JsonValue
                || (value instanceof UntypedValueImpl untyped && isStructure(untyped.getValue()));
    }

    private static boolean isStructure(@Nullable Object value) {
        return value instanceof List || value instanceof Map;
    }
}
