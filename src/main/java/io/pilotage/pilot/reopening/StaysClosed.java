package io.pilotage.pilot.reopening;

import io.pilotage.workflow.Refused;
import java.io.Serial;

/** A decided point is not opened again, with the reason and what would open it; an HTTP conflict (409). */
public class StaysClosed extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    StaysClosed(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public boolean isConflict() {
        return true;
    }
}
