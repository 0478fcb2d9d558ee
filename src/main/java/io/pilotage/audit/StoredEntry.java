package io.pilotage.audit;

import io.pilotage.verify.Commitments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an entry back from its content, with the personal values that still exist in their places. */
final class StoredEntry {

    private final Map<String, Object> content;
    private final Map<String, String> personal;

    private StoredEntry(Map<String, Object> content, Map<String, String> personal) {
        this.content = content;
        this.personal = personal;
    }

    /** @param personal values held apart, by field */
    static TrailEntry read(String content, Map<String, String> personal) {
        return new StoredEntry(EntryContent.read(content), personal).entry();
    }

    private TrailEntry entry() {
        return new TrailEntry(
                Objects.requireNonNull(text("chain")),
                Instant.parse(Objects.requireNonNull(text("at"))),
                Objects.requireNonNull(text("actor")),
                text("role"),
                text("onBehalfOf"),
                Objects.requireNonNull(text("kind")),
                text("phase"),
                text("process"),
                content.get("modelVersion") instanceof Number version ? version.intValue() : null,
                text("element"),
                text("form"),
                text("formVersion"),
                tables(),
                Objects.requireNonNull(text("sentence")),
                arguments(),
                details());
    }

    private Map<String, Integer> tables() {
        Map<String, Integer> tables = new LinkedHashMap<>();
        if (content.get("tables") instanceof Map<?, ?> map) {
            map.forEach((table, version) -> tables.put(String.valueOf(table), ((Number) version).intValue()));
        }
        return tables;
    }

    private @Nullable String text(String field) {
        Object value = whole(field, content.get(field));
        return value == null ? null : value.toString();
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (whole("arguments", content.get("arguments")) instanceof List<?> list) {
            list.forEach(one -> {
                Map<?, ?> argument = (Map<?, ?>) one;
                arguments.put(String.valueOf(argument.get("name")), Objects.requireNonNull(argument.get("value")));
            });
        }
        return arguments;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> details() {
        return (Map<String, Object>) Objects.requireNonNull(whole("details", content.get("details")));
    }

    private @Nullable Object whole(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.containsKey(Commitments.KEY)) {
                return personal.getOrDefault(field, TrailEntry.ERASED);
            }
            Map<String, @Nullable Object> whole = new LinkedHashMap<>();
            map.forEach((name, inner) -> whole.put(String.valueOf(name), whole(Commitments.part(field, name), inner)));
            return whole;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> whole = new ArrayList<>();
            list.forEach(inner -> whole.add(whole(Commitments.part(field, whole.size()), inner)));
            return whole;
        }
        return value;
    }
}
