package io.pilotage.pilot.reopening;

import io.pilotage.workflow.FieldsRefused;
import java.io.Serial;
import java.util.List;

/** A decided point is not opened again, with the reason and what would open it; an HTTP conflict (409). */
public class StaysClosed extends FieldsRefused {

    @Serial
    private static final long serialVersionUID = 1L;

    StaysClosed(String messageKey, Object... arguments) {
        super(Ground.CONFLICT, messageKey, List.of(arguments), List.of());
    }

    private StaysClosed(Field field) {
        super(Ground.CONFLICT, field.messageKey(), field.arguments(), List.of(field));
    }

    /** @param field of the {@link Question} that would have to say something else */
    static StaysClosed because(String field, String messageKey, Object... arguments) {
        return new StaysClosed(new Field(field, messageKey, arguments));
    }
}
