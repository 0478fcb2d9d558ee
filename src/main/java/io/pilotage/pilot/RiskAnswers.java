package io.pilotage.pilot;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What was answered about risk at intake; the inputs of the decision table {@code riskTier}. Null means unanswered and
 * shows as a gap.
 *
 * @param regulatedArea area of Annex III of Regulation (EU) 2024/1689, or {@code none}
 * @param affectedPersons who feels the decision: {@code none} to {@code vulnerable}
 * @param autonomy {@code advises}, {@code actsWithApproval} or {@code actsAlone}
 */
public record RiskAnswers(
        @Column("regulated_area") @Nullable String regulatedArea,
        @Column("affected_persons") @Nullable String affectedPersons,
        @Column("autonomy") @Nullable String autonomy,
        @Column("agentic") @Nullable Boolean agentic,
        @Column("personal_data") @Nullable Boolean personalData,
        @Column("workers_affected") @Nullable Boolean workersAffected) {

    /** Nobody answered yet. */
    public static final RiskAnswers UNANSWERED = new RiskAnswers(null, null, null, null, null, null);

    /** Whether enough is answered to tell a tier. */
    public boolean answered() {
        return regulatedArea != null && affectedPersons != null;
    }
}
