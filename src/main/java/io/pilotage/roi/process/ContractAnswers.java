package io.pilotage.roi.process;

import io.pilotage.roi.DecisionContract;
import io.pilotage.roi.DecisionContract.Affected;
import io.pilotage.roi.DecisionContract.ContractScenario;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the forms of a decision contract ask; some of it only when nobody said it before. */
record ContractAnswers(
        @Nullable String liableRole,
        String actor,
        String escalation,
        String onCall,
        List<ContractScenario> scenario,
        String goodEnough,
        String override,
        String explanation,
        String appeal,
        @Nullable String losesAuthority,
        String authorityView,
        @Nullable String objection,
        @Nullable String objectionAnswer,
        @Nullable String processToRewrite,
        String reviewCadence,
        LocalDate contractEnds,
        boolean signed) {

    /** The contract that these answers are, accepted by the person who handed them in. */
    DecisionContract contract(Submission submission, @Nullable Integer version) {
        return contract(submission, liableRole, losesAuthority, processToRewrite, version);
    }

    /** The same with what was said before. */
    DecisionContract contract(
            Submission submission,
            @Nullable String liable,
            @Nullable String without,
            @Nullable String rewritten,
            @Nullable Integer version) {
        return new DecisionContract(
                submission.pilotKey(),
                submission.actor(),
                liable,
                actor,
                escalation,
                onCall,
                scenario,
                goodEnough,
                override,
                explanation,
                appeal,
                new Affected(without, authorityView, objection, objectionAnswer, rewritten),
                reviewCadence,
                contractEnds,
                submission.at(),
                version);
    }
}
