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

    /** Unless the setting has the value, the reason is added with what to set. */
    void demand(Settings settings, String name, String value, String otherwise) {
        unless(settings.is(name, value), otherwise + " Set " + name + " to " + value + ".");
    }

    /** Unless the variable is there, its lack is added with what to give. */
    void need(Settings settings, String name, String what) {
        unless(!settings.isMissing(name), name + " is missing. Give " + what + ".");
    }

    List<String> all() {
        return List.copyOf(reasons);
    }
}
