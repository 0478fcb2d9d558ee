package io.pilotage.workflow;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.variable.impl.type.AbstractValueTypeImpl;
import org.operaton.bpm.engine.variable.type.SerializableValueType;
import org.operaton.bpm.engine.variable.value.SerializableValue;
import org.operaton.bpm.engine.variable.value.TypedValue;

/** The engine's {@code Json} value type: Tasklist submits checklists as it, and lists reach forms by it. */
final class JsonValueType extends AbstractValueTypeImpl implements SerializableValueType {

    @Serial
    private static final long serialVersionUID = 1L;

    static final JsonValueType JSON = new JsonValueType();

    private JsonValueType() {
        super("json");
    }

    @Override
    public boolean isPrimitiveValueType() {
        return false;
    }

    @Override
    public TypedValue createValue(Object value, @Nullable Map<String, Object> valueInfo) {
        return new JsonValue(value);
    }

    @Override
    public Map<String, Object> getValueInfo(TypedValue typedValue) {
        return Map.of();
    }

    @Override
    public SerializableValue createValueFromSerialized(String serialized, @Nullable Map<String, Object> valueInfo) {
        return JsonValue.parsed(serialized);
    }
}
