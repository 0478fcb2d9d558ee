package io.pilotage.workflow;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says no and names every field that is to be corrected, each with its own sentence. */
public class FieldsRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Field> fields;

    public FieldsRefused(String messageKey, List<Field> fields) {
        this(Ground.NOT_UNDERSTOOD, messageKey, List.of(), fields);
    }

    protected FieldsRefused(Ground ground, String messageKey, List<Object> arguments, List<Field> fields) {
        super(ground, messageKey, arguments.toArray());
        this.fields = List.copyOf(fields);
    }

    /** One field, and the same sentence for the whole request. */
    public static FieldsRefused of(String key, String messageKey, Object... arguments) {
        return new FieldsRefused(
                Ground.NOT_UNDERSTOOD, messageKey, List.of(arguments), List.of(new Field(key, messageKey, arguments)));
    }

    public List<Field> fields() {
        return fields;
    }

    /**
     * One field by its name in the request, with the sentence that says what is wrong.
     *
     * @param row of a table, as a spreadsheet shows it; null elsewhere
     */
    public record Field(String key, @Nullable Integer row, String messageKey, List<Object> arguments) {

        public Field(String key, String messageKey, Object... arguments) {
            this(key, null, messageKey, List.of(arguments));
        }
    }
}
