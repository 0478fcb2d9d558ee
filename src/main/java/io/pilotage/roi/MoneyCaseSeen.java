package io.pilotage.roi;

import io.pilotage.seal.SealedContent;
import io.pilotage.seal.SeenByApprovers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The parts of a money case, as everybody sees them who approves something on a case. */
@Component
class MoneyCaseSeen implements SeenByApprovers {

    private final RoiManagement roi;

    MoneyCaseSeen(RoiManagement roi) {
        this.roi = roi;
    }

    @Override
    public Map<String, SealedContent> seenOn(String pilotKey) {
        Map<String, SealedContent> objects = new HashMap<>();
        roi.baselineOf(pilotKey)
                .ifPresent(baseline ->
                        objects.put("baseline", SealedContent.of(baseline).persons("owner")));
        roi.hypothesisOf(pilotKey)
                .ifPresent(hypothesis -> objects.put(
                        "moneyHypothesis", SealedContent.of(hypothesis).persons("benefitOwner")));
        roi.costOf(pilotKey)
                .ifPresent(cost ->
                        objects.put("costToServe", SealedContent.of(cost).persons("costOwner", "confirmedBy")));
        roi.criteriaOf(pilotKey)
                .ifPresent(criteria -> objects.put(
                        "killCriteria",
                        SealedContent.of(criteria).without("agreedAt").persons("agreedBy")));
        roi.contractOf(pilotKey)
                .ifPresent(contract -> objects.put(
                        "decisionContract",
                        SealedContent.of(contract).without("signedAt").persons("signedBy")));
        return objects;
    }
}
