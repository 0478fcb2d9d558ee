package io.pilotage.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that signed so far. A key counts when it is the trusted one, or comes down from it, or leads to it. */
public final class KeyRing {

    private final Map<String, AuditKey> keys = new HashMap<>();

    /** @throws IllegalArgumentException when a key is no key */
    public KeyRing(Collection<AuditKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    public Optional<AuditKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Whether one key handed over to the other, in however many steps, each signed by both. */
    public boolean areOfOneLine(String one, String other) {
        return ancestors(one).contains(other) || ancestors(other).contains(one);
    }

    /** Whether one key handed over to another one, in however many steps. */
    boolean handedOver(String one, String other) {
        return !one.equals(other) && ancestors(other).contains(one);
    }

    private Set<String> ancestors(String id) {
        Set<String> line = new HashSet<>();
        @Nullable String next = id;
        while (next != null && keys.containsKey(next) && line.add(next)) {
            next = keys.get(next).follows(keys);
        }
        line.add(id);
        return line;
    }
}
