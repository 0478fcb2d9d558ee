package io.pilotage.governance;

import io.pilotage.governance.ComplianceAssessment.PolicyException;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a review left open when the pilot was authorised; after its day the approval does not count until it is settled.
 *
 * @param owner who has to see to it
 * @param dueOn last day on which the approval counts without it
 */
@Table("review_duty")
public record ReviewDuty(
        @Id String id,
        String pilotKey,
        Branch branch,
        Kind kind,
        String matter,
        String severity,
        String owner,
        LocalDate dueOn,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String howSettled,
        @Nullable String proof,
        @Version @Nullable Integer version) {

    /** Where it comes from. */
    public enum Kind {
        FINDING,
        EXCEPTION;

        /** The code in messages, for example {@code finding}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static ReviewDuty of(String pilotKey, Branch branch, Finding finding) {
        return owed(
                pilotKey,
                branch,
                Kind.FINDING,
                finding.statement(),
                finding.severity(),
                finding.owner(),
                finding.due());
    }

    static ReviewDuty of(String pilotKey, PolicyException exception) {
        return owed(
                pilotKey,
                Branch.COMPLIANCE,
                Kind.EXCEPTION,
                exception.control(),
                "high",
                exception.owner(),
                exception.expires());
    }

    private static ReviewDuty owed(
            String pilotKey, Branch branch, Kind kind, String matter, String severity, String owner, LocalDate due) {
        return new ReviewDuty(
                UUID.randomUUID().toString(),
                pilotKey,
                branch,
                kind,
                matter,
                severity,
                owner,
                due,
                null,
                null,
                null,
                null,
                null);
    }

    /** @throws Refused when it is settled already, or when its owner says so, who cannot judge the own work */
    ReviewDuty settled(String by, String how, @Nullable String link, Instant at) {
        if (!isOpen()) {
            throw new Refused("governance.duty.settled");
        }
        if (by.equals(owner)) {
            throw new Refused("governance.duty.ownWork");
        }
        return new ReviewDuty(id, pilotKey, branch, kind, matter, severity, owner, dueOn, at, by, how, link, version);
    }

    public boolean isOpen() {
        return settledAt == null;
    }

    boolean isOverdueOn(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }
}
