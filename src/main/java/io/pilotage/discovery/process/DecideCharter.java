package io.pilotage.discovery.process;

import io.pilotage.discovery.CharterGrant;
import io.pilotage.discovery.DiscoveryInWords;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateAnswers;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.SigningAmount;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gate G1: each signer says go, hold, merge or reject on the charter. */
@Component
class DecideCharter implements HumanTask<DecideCharter.Answers> {

    private final GateKeeper gates;
    private final CharterSummary charter;
    private final DiscoveryManagement discovery;
    private final DiscoveryInWords found;
    private final PilotManagement pilots;
    private final SigningAmount signing;

    DecideCharter(
            GateKeeper gates,
            CharterSummary charter,
            DiscoveryManagement discovery,
            DiscoveryInWords found,
            PilotManagement pilots,
            SigningAmount signing) {
        this.signing = signing;
        this.found = found;
        this.pilots = pilots;
        this.gates = gates;
        this.charter = charter;
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        List<String> signers = submission.list("signers");
        if (answers.grantedAmount != null && answers.grantedUntil != null) {
            discovery.grant(CharterGrant.of(pilotKey, submission.role(), answers.grantedAmount, answers.grantedUntil));
        }
        GateVerdict verdict = gates.vote(
                pilotKey,
                new GateAnswers(
                                answers.decision,
                                answers.reason,
                                answers.reasonCode,
                                answers.holdUntil,
                                answers.mergeInto)
                        .vote(Gate.G1, submission),
                signers);
        if (verdict.complete() && verdict.outcome().opens()) {
            discovery
                    .grantedBy(pilotKey, signers)
                    .ifPresent(grant -> pilots.grant(pilotKey, grant.amount(), grant.grantedUntil()));
        }
        return verdict.variables("charterDecision");
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>(signing.context(pilotKey, "nameCharterSigners"));
        context.put("charter", charter.of(pilotKey));
        context.put(
                "criteria",
                charter.criteria(pilotKey, gates.requirements(pilotKey, Gate.G1), gates.missing(pilotKey, Gate.G1)));
        context.put("obligations", charter.obligations(pilotKey));
        context.put("deltas", found.deltas(pilotKey));
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable LocalDate holdUntil,
            @Nullable String mergeInto,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable BigDecimal grantedAmount,
            @Nullable LocalDate grantedUntil) {}
}
