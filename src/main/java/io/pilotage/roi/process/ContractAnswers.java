package io.pilotage.roi.process;

import io.pilotage.roi.DecisionContract;
import io.pilotage.roi.DecisionContract.Affected;
import io.pilotage.roi.DecisionContract.ContractScenario;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the forms of a decision contract ask. */
interface ContractAnswers {

    String actor();

    String escalation();

    String onCall();

    List<ContractScenario> scenario();

    String goodEnough();

    String override();

    String explanation();

    String appeal();

    String reviewCadence();

    LocalDate contractEnds();

    String authorityView();

    @Nullable String objection();

    @Nullable String objectionAnswer();

    /** The contract that these answers are, accepted by the person who handed them in. */
    default DecisionContract contract(
            Submission submission,
            @Nullable String liableRole,
            @Nullable String losesAuthority,
            @Nullable String processToRewrite,
            @Nullable Integer version) {
        return new DecisionContract(
                submission.pilotKey(),
                submission.actor(),
                liableRole,
                actor(),
                escalation(),
                onCall(),
                scenario(),
                goodEnough(),
                override(),
                explanation(),
                appeal(),
                new Affected(losesAuthority, authorityView(), objection(), objectionAnswer(), processToRewrite),
                reviewCadence(),
                contractEnds(),
                submission.at(),
                version);
    }
}
