package io.pilotage.adoption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Whether the promised changes of daily work really happen; otherwise the pilot was only visited (R96). */
@Table("ritual_confirmation")
public record RitualConfirmation(
        @Id String periodId,
        String pilotKey,

        @MappedCollection(idColumn = "period_id", keyColumn = "position")
        List<ConfirmedRitual> rituals,

        String confirmedBy,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /** One meeting, approval or escalation: {@code happening}, {@code partly} or {@code not}. */
    @Table("confirmed_ritual")
    public record ConfirmedRitual(String name, String state, String evidence) {}

    /** Every change happens; a partial one is not confirmed. */
    boolean isConfirmed() {
        return !rituals.isEmpty()
                && rituals.stream().allMatch(ritual -> ritual.state().equals("happening"));
    }
}
