package io.pilotage.seal;

import io.pilotage.audit.Committed;
import io.pilotage.audit.Personal;
import io.pilotage.verify.PersonalValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts commitments in place of personal values. A value that the version before held in the same field keeps its salt, so
 * that what did not change reads the same.
 */
final class KnownSalts {

    private static final String CONTENT = "details/content";

    private final Map<String, PersonalValue> before = new HashMap<>();

    private KnownSalts(List<PersonalValue> values) {
        values.forEach(value -> before.put(value.field(), value));
    }

    /** @param before the personal values of the entry that holds the version before */
    static KnownSalts of(List<PersonalValue> before) {
        return new KnownSalts(before);
    }

    Map<String, @Nullable Object> committed(Map<String, ?> content) {
        return committed(CONTENT, content, true);
    }

    /** As it was written before texts were held apart: what was sealed then and did not change is not sealed anew. */
    Map<String, @Nullable Object> withTextsInClear(Map<String, ?> content) {
        return committed(CONTENT, content, false);
    }

    private @Nullable Object committed(String field, @Nullable Object value, boolean texts) {
        if (value instanceof Personal personal) {
            return personal.isPersonal() && (texts || !personal.isNobodys())
                    ? committed(field, personal)
                    : personal.value();
        }
        if (value instanceof Map<?, ?> map) {
            return committed(field, map, texts);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> inner = new ArrayList<>();
            list.forEach(one -> inner.add(committed(field + "/" + inner.size(), one, texts)));
            return inner;
        }
        return value;
    }

    private Map<String, @Nullable Object> committed(String field, Map<?, ?> map, boolean texts) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        map.forEach((name, one) -> inner.put(String.valueOf(name), committed(field + "/" + name, one, texts)));
        return inner;
    }

    private Committed committed(String field, Personal personal) {
        PersonalValue known = before.get(field);
        return known != null && known.value().equals(personal.value())
                ? new Committed(personal, known.salt())
                : Committed.anew(personal);
    }
}
