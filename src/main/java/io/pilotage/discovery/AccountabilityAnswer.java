package io.pilotage.discovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the decision owner answered when asked to be accountable (R74), and the uncomfortable questions (R81). The moment, its
 * volume and the default come with the answer only where no decision moment was mapped before.
 */
@Table("accountability_answer")
public record AccountabilityAnswer(
        @Id String pilotKey,
        boolean accepted,
        String person,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String liableRole,
        @Nullable String losesAuthority,
        @Nullable String objectionContact,
        @Nullable String processToRewrite,
        @Nullable String actor,
        @Nullable String escalation,
        @Nullable String onCall,
        @Nullable String goodEnough,
        @Nullable String overrideProcedure,
        @Nullable String explanation,
        @Nullable String appeal,
        @Nullable String reviewCadence,
        @Nullable LocalDate contractEnds,
        @Nullable String moment,
        @Nullable BigDecimal volumePerMonth,
        @Nullable String silentDefault,
        Instant answeredAt,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<AcceptableError> scenarios,

        @Version @Nullable Integer version) {

    /** The error that is acceptable in one situation; there is never one number for all (R75). */
    @Table("acceptable_error")
    public record AcceptableError(String situation, String acceptableError) {}

    /** Whether the terms of a decision contract came with the acceptance, as on the short path. */
    public boolean isContract() {
        return accepted && goodEnough != null && overrideProcedure != null;
    }
}
