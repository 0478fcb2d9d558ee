package io.pilotage.roi.process;

import io.pilotage.roi.MoneyCaseRevoked;
import io.pilotage.workflow.Journeys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A revoked signature puts gate G2 to its signers again. */
@Component
class RoiRenewalJourney {

    private final Journeys journeys;
    private final SigningFacts facts;

    RoiRenewalJourney(Journeys journeys, SigningFacts facts) {
        this.journeys = journeys;
        this.facts = facts;
    }

    @EventListener
    void on(MoneyCaseRevoked revoked) {
        journeys.start("moneyCaseRevoked", revoked.pilotKey(), facts.of(revoked.pilotKey()));
    }
}
