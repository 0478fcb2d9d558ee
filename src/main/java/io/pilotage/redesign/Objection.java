package io.pilotage.redesign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A concern about the new way of working, and the answer to it; none may stay unanswered (R94).
 *
 * @param taskId id of the task in which it was noted
 * @param raisedBy side it comes from, or the user group that said it
 */
@Table("objection")
public record Objection(
        @Id String id,
        String pilotKey,
        String taskId,
        int position,
        String raisedBy,
        String concern,
        @Nullable String answer,
        @Version @Nullable Integer version) {

    /** A concern just noted; blank answers count as none. */
    static Objection noted(String pilotKey, String taskId, int position, Concern concern) {
        return new Objection(
                UUID.randomUUID().toString(),
                pilotKey,
                taskId,
                position,
                concern.raisedBy(),
                concern.concern(),
                concern.answer(),
                null);
    }

    public boolean isAnswered() {
        return answer != null && !answer.isBlank();
    }

    /** A concern as a form hands it in. */
    public record Concern(
            String raisedBy, String concern, @Nullable String answer) {}
}
