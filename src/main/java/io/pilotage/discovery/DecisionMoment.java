package io.pilotage.discovery;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The moment in the work at which the pilot changes a decision (R97): who decides, when, in which time, what happens
 * when the AI says nothing, and which error costs more (R28).
 *
 * @param minutesAvailable minutes the person has to decide
 * @param volumePerMonth decisions a month
 */
@Table("decision_moment")
public record DecisionMoment(
        @Id String pilotKey,
        String moment,
        String triggerEvent,
        String role,
        BigDecimal minutesAvailable,
        BigDecimal volumePerMonth,
        String silentDefault,
        String costlierError,
        String tradeOff,
        String whenWrong,
        String driftSigns,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<UserSegment> segments,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<EdgeCase> edgeCases,

        @Version @Nullable Integer version) {

    /** Who uses the output, how much time they have and in which form they need it (R45). */
    @Table("user_segment")
    public record UserSegment(
            String name,
            BigDecimal minutes,
            String output,
            @Nullable String need) {}

    /** A case off the happy path and what is expected of the pilot there (R72). */
    @Table("edge_case")
    public record EdgeCase(String situation, String expected) {}
}
