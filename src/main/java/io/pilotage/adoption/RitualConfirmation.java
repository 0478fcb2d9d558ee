package io.pilotage.adoption;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Whether every change happens; a partial one is not confirmed, and neither is a promised one of which nothing is said.
     *
     * @param promised names of the changes, as the redesign has them; upper case and blanks around do not matter
     */
    boolean confirms(List<String> promised) {
        return !rituals.isEmpty()
                && rituals.stream().allMatch(ritual -> ritual.state().equals("happening"))
                && unsaid(promised).isEmpty();
    }

    /** Those of the promised changes of which nothing is said. */
    public List<String> unsaid(List<String> promised) {
        Set<String> said = rituals.stream().map(ritual -> key(ritual.name())).collect(Collectors.toSet());
        return promised.stream().filter(name -> !said.contains(key(name))).toList();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
