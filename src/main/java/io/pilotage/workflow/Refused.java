package io.pilotage.workflow;

import java.io.Serial;
import java.util.List;

/**
 * Says no to a person, with a sentence they can act on; everything done in the same transaction is undone.
 *
 * <p>The sentence is a message key with arguments and is spoken in the person's language where the refusal leaves the
 * product (Tasklist, REST, page).
 */
public class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param messageKey key of the sentence in {@code messages/<module>.properties}
     * @param arguments what the sentence names: the field, the role, the person
     */
    public Refused(String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Whether it is not the request that is wrong, but what was decided before that stands against it (HTTP 409). */
    public boolean isConflict() {
        return false;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
