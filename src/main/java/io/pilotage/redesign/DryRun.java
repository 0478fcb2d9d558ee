package io.pilotage.redesign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The rehearsal with real users, with the AI and without it. */
@Table("dry_run")
public record DryRun(
        @Id String pilotKey,
        LocalDate heldOn,
        int participants,
        String script,
        String fallbackResult,
        @Nullable LocalDate fallbackOn,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Mistake> errors,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Acceptance> acceptances,

        @Version @Nullable Integer version) {

    /** Something that went wrong, and when it was fixed. */
    @Table("dry_run_error")
    public record Mistake(
            String what, String severity, @Nullable LocalDate fixedOn) {}

    /** Whether one user group would work this way. */
    @Table("dry_run_acceptance")
    public record Acceptance(String name, String accepts) {}

    /** Whether the work went on when the AI was off. */
    public boolean isFallbackRehearsed() {
        return fallbackOn != null && fallbackResult.equals("worked");
    }
}
