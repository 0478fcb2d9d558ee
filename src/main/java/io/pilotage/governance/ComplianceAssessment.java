package io.pilotage.governance;

import io.pilotage.workflow.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What law and policy ask of a pilot, region by region.
 *
 * @param highRisk {@code yes}, {@code no} or {@code exempt} under Regulation (EU) 2024/1689
 * @param exemption reason under Article 6(3), documented as Article 6(4) asks; only when exempt
 */
@Table("compliance_assessment")
public record ComplianceAssessment(
        @Id String pilotKey,
        String jurisdiction,
        String highRisk,
        @Nullable String exemption,
        String duties,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<PolicyException> exceptions)
        implements Assessment {

    private static final int LONGEST_EXCEPTION_DAYS = 90;

    /** A rule that cannot be met yet, what protects people until then, and the day the exception falls away. */
    @Table("policy_exception")
    public record PolicyException(String control, String compensation, String owner, LocalDate expires) {}

    @Override
    public void guard(LocalDate today) {
        LocalDate latest = today.plusDays(LONGEST_EXCEPTION_DAYS);
        if (exceptions.stream().anyMatch(exception -> exception.expires().isAfter(latest))) {
            throw new Refused("governance.exception.tooLong", LONGEST_EXCEPTION_DAYS);
        }
    }
}
