package io.pilotage.governance;

import io.pilotage.seal.SealedContent;
import io.pilotage.seal.SeenByApprovers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the branches agreed to, as everybody sees it who approves something on a case. */
@Component
class ReviewsSeen implements SeenByApprovers {

    private final Assessments assessments;
    private final Boundaries boundaries;
    private final EvaluationPlans plans;

    ReviewsSeen(Assessments assessments, Boundaries boundaries, EvaluationPlans plans) {
        this.assessments = assessments;
        this.boundaries = boundaries;
        this.plans = plans;
    }

    @Override
    public Map<String, SealedContent> seenOn(String pilotKey) {
        Map<String, SealedContent> objects = new HashMap<>();
        put(objects, pilotKey, "dataContract", DataContract.class, "contractOwner");
        put(objects, pilotKey, "operationsPlan", OperationsPlan.class);
        put(objects, pilotKey, "securityAssessment", SecurityAssessment.class);
        put(objects, pilotKey, "privacyAssessment", PrivacyAssessment.class);
        put(objects, pilotKey, "complianceAssessment", ComplianceAssessment.class);
        boundaries
                .findById(pilotKey)
                .filter(AutonomyBoundary::isSigned)
                .ifPresent(boundary -> objects.put("autonomyBoundary", boundary.agreed()));
        plans.of(pilotKey).ifPresent(kept -> objects.put("evaluationPlan", SealedContent.of(kept.plan())));
        return objects;
    }

    private <T extends Assessment> void put(
            Map<String, SealedContent> objects, String pilotKey, String name, Class<T> kind, String... persons) {
        assessments
                .of(pilotKey, kind)
                .ifPresent(one -> objects.put(name, SealedContent.of(one).persons(persons)));
    }
}
