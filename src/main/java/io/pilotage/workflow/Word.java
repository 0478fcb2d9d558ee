package io.pilotage.workflow;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A code that a sentence says in the reader's words, for example a role; logs keep the code.
 *
 * @param key of the words
 * @param code what is kept, and said where there are no words
 */
public record Word(String key, String code) implements MessageSourceResolvable {

    /** A role by its group, for example {@code bu-sponsor}. */
    public static Word role(String group) {
        return new Word("site.role." + group, group);
    }

    /** An earlier part in a case, as {@code separationOfDuties} names it: a role, a task, or having proposed it. */
    public static Word part(String conflict) {
        String part = conflict.substring(conflict.indexOf(':') + 1);
        if (conflict.startsWith("accountable:")) {
            return new Word("site.role." + part, conflict);
        }
        return new Word(conflict.equals("requester") ? "pilot.separation.requester" : "task." + part, conflict);
    }

    @Override
    public String @Nullable [] getCodes() {
        return new String[] {key};
    }

    @Override
    public String getDefaultMessage() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
