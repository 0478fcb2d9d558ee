package io.pilotage.production;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The settings as text; what is missing is empty. */
final class Settings {

    private final Environment environment;

    Settings(Environment environment) {
        this.environment = environment;
    }

    String text(String name) {
        return environment.getProperty(name, "").strip();
    }

    boolean is(String name, String value) {
        return text(name).equalsIgnoreCase(value);
    }

    boolean isMissing(String name) {
        return text(name).isEmpty();
    }

    /** What stands below a name. */
    Map<String, String> below(String name) {
        return Binder.get(environment)
                .bind(name, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }
}
