package io.pilotage.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pilotage.audit.Committed;
import io.pilotage.audit.Personal;
import io.pilotage.verify.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an approver saw, field by field, each by the salted hash of its value: enough to tell later what changed, and
 * nothing to read. Persons are left out, and the salt stands only in the row: nobody who has the chain finds a short text
 * by trying.
 *
 * @param salt in front of every value; empty for what was kept before there were salts
 * @param hashes by object and field, for example {@code dataContract.coverage}
 */
record SeenFields(String salt, Map<String, String> hashes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SeenFields of(Map<String, SealedContent> objects) {
        return of(objects, Committed.chance());
    }

    private static SeenFields of(Map<String, SealedContent> objects, String salt) {
        Map<String, String> hashes = new TreeMap<>();
        objects.forEach((object, content) -> content.fields().forEach((field, value) -> {
            Object shown = withoutPersons(value);
            if (shown != null) {
                hashes.put(object + "." + field, Sha256.hex(salt + Committed.text(Map.of("value", shown))));
            }
        }));
        return new SeenFields(salt, hashes);
    }

    /** As a row keeps it. @throws IllegalArgumentException when it is not readable */
    static SeenFields read(String json) {
        try {
            JsonNode kept = JSON.readTree(json);
            JsonNode salt = kept.path("salt");
            JsonNode fields = salt.isMissingNode() ? kept : kept.path("fields");
            if (!fields.isObject()) {
                throw new IllegalArgumentException("What an approver saw has no fields");
            }
            return new SeenFields(
                    salt.asText(), JSON.convertValue(fields, new TypeReference<TreeMap<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What an approver saw is not readable", e);
        }
    }

    /** For a row. */
    String json() {
        return Committed.text(Map.of("salt", salt, "fields", hashes));
    }

    /** One hash over all of it. */
    String sha256() {
        return Sha256.hex(Committed.text(hashes));
    }

    /** The fields that say something else now, or nothing any more; what came on top was not approved and is left out. */
    List<String> changedIn(Map<String, SealedContent> objects) {
        SeenFields now = of(objects, salt);
        return hashes.entrySet().stream()
                .filter(seen -> !seen.getValue().equals(now.hashes.get(seen.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable Object withoutPersons(@Nullable Object value) {
        if (value instanceof Personal personal) {
            return personal.isNobodys() ? personal.value() : null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new TreeMap<>();
            map.forEach((name, one) -> {
                Object shown = withoutPersons(one);
                if (shown != null) {
                    inner.put(String.valueOf(name), shown);
                }
            });
            return inner;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> {
                        Object shown = withoutPersons(one);
                        return shown == null ? "" : shown;
                    })
                    .collect(Collectors.toList());
        }
        return value;
    }
}
