package io.pilotage.discovery.process;

import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.identity.Role;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After a decline, the sponsor names another decision owner or gives the pilot up. */
@Component
class NameDecisionOwner implements HumanTask<NameDecisionOwner.Answers> {

    private final DiscoveryManagement discovery;
    private final AccountabilityManagement accountabilities;
    private final PilotManagement pilots;

    NameDecisionOwner(
            DiscoveryManagement discovery, AccountabilityManagement accountabilities, PilotManagement pilots) {
        this.discovery = discovery;
        this.accountabilities = accountabilities;
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean named = answers.decision.equals("name");
        if (named) {
            accountabilities.name(
                    submission.pilotKey(),
                    Role.DECISION_OWNER.group(),
                    Objects.requireNonNull(answers.decisionOwner),
                    null,
                    null,
                    submission.actor());
            return Map.of("decisionOwnerNamed", true);
        }
        pilots.become(
                submission.pilotKey(),
                PilotStatus.WITHDRAWN,
                StallReason.ofCode(Objects.requireNonNull(answers.reasonCode)),
                answers.reason);
        return Map.of("decisionOwnerNamed", false, "outcome", "stopped");
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> declined = new HashMap<>();
        discovery.answerOf(pilotKey).ifPresent(answer -> {
            declined.put("by", answer.person());
            declined.put("reason", answer.reason());
        });
        return Map.of("declined", declined);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            String decision,
            @Nullable String decisionOwner,
            @Nullable String why,
            @Nullable String reasonCode,
            @Nullable String reason) {}
}
