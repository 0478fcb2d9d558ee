package io.pilotage.production;

import java.util.ArrayList;
import java.util.List;

/** Gathers the reasons against a start. */
final class Reasons {

    private final List<String> reasons = new ArrayList<>();

    void unless(boolean fine, String otherwise) {
        if (!fine) {
            reasons.add(otherwise);
        }
    }

    List<String> all() {
        return List.copyOf(reasons);
    }
}
