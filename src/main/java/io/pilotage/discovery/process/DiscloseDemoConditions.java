package io.pilotage.discovery.process;

import io.pilotage.discovery.DemoDisclosure;
import io.pilotage.discovery.DemoDisclosure.ProductionDelta;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner says what the demonstration had that production will not have. */
@Component
class DiscloseDemoConditions implements HumanTask<DiscloseDemoConditions.Answers> {

    private final DiscoveryManagement discovery;

    DiscloseDemoConditions(DiscoveryManagement discovery) {
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        discovery.disclose(new DemoDisclosure(
                pilotKey,
                answers.dataMode,
                answers.sanitisationDays,
                answers.excludedCases,
                answers.dependenciesAbsent,
                answers.supportGiven,
                answers.delta,
                discovery.disclosureOf(pilotKey).map(DemoDisclosure::version).orElse(null)));
        return Map.of();
    }

    /** What the form asks. */
    record Answers(
            String dataMode,
            @Nullable BigDecimal sanitisationDays,
            @Nullable String excludedCases,
            String dependenciesAbsent,
            String supportGiven,
            List<ProductionDelta> delta) {}
}
