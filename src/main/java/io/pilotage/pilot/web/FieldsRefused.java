package io.pilotage.pilot.web;

import io.pilotage.workflow.Refused;
import java.io.Serial;
import java.util.List;

/** Says no and names the fields that are to be corrected. */
class FieldsRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Field> fields;

    FieldsRefused(String messageKey, List<Field> fields) {
        super(messageKey);
        this.fields = List.copyOf(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /** One field by its name in the request, with the message that says what is wrong. */
    record Field(String key, String messageKey) {}
}
