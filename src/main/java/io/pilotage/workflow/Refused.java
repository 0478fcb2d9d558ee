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

    /** What stands against a request, with the status of HTTP that says so to a program. */
    public enum Ground {
        /** A field is missing, unreadable or too long. */
        NOT_UNDERSTOOD(400),
        /** The person may not. */
        FORBIDDEN(403),
        /** There is no such thing. */
        MISSING(404),
        /** Something that was decided or done before. */
        CONFLICT(409),
        /** It was understood, and a rule is against it. */
        RULE(422);

        private final int status;

        Ground(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Ground ground;
    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param messageKey key of the sentence in {@code messages/<module>.properties}
     * @param arguments what the sentence names: the field, the role, the person
     */
    public Refused(String messageKey, Object... arguments) {
        this(Ground.RULE, messageKey, arguments);
    }

    protected Refused(Ground ground, String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.ground = ground;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public static Refused forbidden(String messageKey, Object... arguments) {
        return new Refused(Ground.FORBIDDEN, messageKey, arguments);
    }

    public static Refused missing(String messageKey, Object... arguments) {
        return new Refused(Ground.MISSING, messageKey, arguments);
    }

    public static Refused conflict(String messageKey, Object... arguments) {
        return new Refused(Ground.CONFLICT, messageKey, arguments);
    }

    public Ground ground() {
        return ground;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
