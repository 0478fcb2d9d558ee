package io.pilotage.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds in an entry's content the places where a personal value is held apart: {@code {"committed": "<hash>"}}. */
public final class Commitments {

    /** The only key of the object that stands in place of a personal value. */
    public static final String KEY = "committed";

    private Commitments() {}

    /** The commitments by field; a field is the names on the way to it, separated by slashes. */
    public static Map<String, String> in(Map<String, @Nullable Object> content) {
        Map<String, String> found = new HashMap<>();
        content.forEach((name, value) -> collect(name, value, found));
        return found;
    }

    /** The field of a part of a field. */
    public static String part(String field, Object name) {
        return field + "/" + name;
    }

    private static void collect(String field, @Nullable Object value, Map<String, String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get(KEY) instanceof String commitment) {
                found.put(field, commitment);
            } else {
                map.forEach((name, inner) -> collect(part(field, name), inner, found));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(part(field, i), list.get(i), found);
            }
        }
    }
}
