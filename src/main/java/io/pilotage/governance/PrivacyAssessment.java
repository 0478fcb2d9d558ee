package io.pilotage.governance;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Rights to data and outputs, privacy, and the fundamental rights impact assessment where it is in scope.
 *
 * @param dpia {@code done} or {@code notNeeded}
 * @param logMonths months the logs are kept; at least six (Article 26(6) of Regulation (EU) 2024/1689)
 * @param friaScope whether Article 27 asks for a fundamental rights impact assessment
 */
@Table("privacy_assessment")
public record PrivacyAssessment(
        @Id String pilotKey,
        String dataRights,
        String outputRights,
        String dpia,
        @Nullable String dpiaLink,
        @Nullable String dpiaReason,
        String notices,
        int logMonths,
        boolean friaScope,
        @Nullable String friaReason,

        @Embedded(onEmpty = OnEmpty.USE_NULL) @Nullable Fria fria)
        implements Assessment {

    /** The six parts (a) to (f) of Article 27(1) of Regulation (EU) 2024/1689. */
    public record Fria(
            @Column("fria_process") String process,
            @Column("fria_period") String period,
            @Column("fria_persons") String persons,
            @Column("fria_harms") String harms,
            @Column("fria_oversight") String oversight,
            @Column("fria_measures") String measures) {}
}
