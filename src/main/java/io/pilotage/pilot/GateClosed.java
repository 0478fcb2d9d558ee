package io.pilotage.pilot;

import io.pilotage.workflow.Refused;
import java.io.Serial;
import java.util.List;

/** A gate cannot open yet; names everything that is missing, so that it can be brought. */
public class GateClosed extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    GateClosed(Gate gate, List<String> missing) {
        super("pilot.gate.closed", gate.name(), String.join(", ", missing));
        this.missing = List.copyOf(missing);
    }

    /** Names of the missing requirements; the message {@code pilot.requirement.<name>} says each in words. */
    public List<String> missing() {
        return missing;
    }
}
