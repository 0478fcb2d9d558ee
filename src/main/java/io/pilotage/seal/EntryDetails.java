package io.pilotage.seal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an entry's content that rows repeat; what is not there is null, for the entry may be anybody's. */
record EntryDetails(Map<String, @Nullable Object> content) {

    @Nullable Object detail(String name) {
        return content.get("details") instanceof Map<?, ?> details ? details.get(name) : null;
    }

    /** The value of an argument of the entry's sentence. */
    @Nullable Object argument(String name) {
        if (content.get("arguments") instanceof List<?> arguments) {
            for (Object one : arguments) {
                if (one instanceof Map<?, ?> argument && name.equals(argument.get("name"))) {
                    return argument.get("value");
                }
            }
        }
        return null;
    }
}
