package io.pilotage.roi;

import io.pilotage.discovery.AccountabilityAnswer;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Who acts on the output and who is liable (R74), which error is acceptable where (R75), how a person overrides. */
@Table("decision_contract")
public record DecisionContract(
        @Id String pilotKey,
        String signedBy,
        @Nullable String liableRole,
        @Nullable String actor,
        @Nullable String escalation,
        @Nullable String onCall,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<ContractScenario> scenarios,

        String goodEnough,
        String overrideProcedure,
        @Nullable String explanation,
        @Nullable String appeal,
        @Embedded(onEmpty = OnEmpty.USE_NULL) @Nullable Affected affected,
        @Nullable String reviewCadence,
        @Nullable LocalDate contractEnds,
        Instant signedAt,
        @Version @Nullable Integer version) {

    /** The error that is acceptable in one situation. */
    @Table("contract_scenario")
    public record ContractScenario(String situation, String acceptableError) {}

    /**
     * Whom it takes something away from, and what must change for it (R81).
     *
     * @param authorityView {@code agrees} or {@code objects}; null while the role was not asked
     */
    public record Affected(
            @Nullable String losesAuthority,
            @Nullable String authorityView,
            @Nullable String objection,
            @Nullable String objectionAnswer,
            @Nullable String processToRewrite) {

        boolean isAnswered() {
            return objection == null || (objectionAnswer != null && !objectionAnswer.isBlank());
        }
    }

    /** The contract that came with the acceptance of the accountability, as on the short path. */
    static DecisionContract of(AccountabilityAnswer answer) {
        return new DecisionContract(
                answer.pilotKey(),
                answer.person(),
                answer.liableRole(),
                answer.actor(),
                answer.escalation(),
                answer.onCall(),
                answer.scenarios().stream()
                        .map(error -> new ContractScenario(error.situation(), error.acceptableError()))
                        .toList(),
                Objects.requireNonNull(answer.goodEnough()),
                Objects.requireNonNull(answer.overrideProcedure()),
                answer.explanation(),
                answer.appeal(),
                new Affected(answer.losesAuthority(), null, null, null, answer.processToRewrite()),
                answer.reviewCadence(),
                answer.contractEnds(),
                answer.answeredAt(),
                null);
    }

    /** @throws Refused when it would be over before it begins, or leaves an objection unanswered */
    DecisionContract plausible() {
        if (affected != null && !affected.isAnswered()) {
            throw new Refused("roi.contract.unanswered");
        }
        if (!isInForceOn(LocalDate.ofInstant(signedAt, ZoneOffset.UTC))) {
            throw new Refused("roi.date.past", Objects.requireNonNull(contractEnds));
        }
        return this;
    }

    boolean isInForceOn(LocalDate today) {
        return contractEnds == null || !contractEnds.isBefore(today);
    }
}
