package io.pilotage.workflow;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Makes calendars for tests: the product's own, with what a test configures over it. */
final class Calendars {

    private Calendars() {}

    static BusinessCalendar own() {
        return with(Map.of());
    }

    /** @param configured keys without {@code pilotage.calendar.} */
    static BusinessCalendar with(Map<String, String> configured) {
        var properties = new HashMap<Object, Object>();
        try {
            properties.putAll(PropertiesLoaderUtils.loadProperties(new ClassPathResource("calendar.properties")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        configured.forEach((key, value) -> properties.put("pilotage.calendar." + key, value));
        return new BusinessCalendar(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("pilotage", CalendarProperties.class));
    }
}
