package io.pilotage.roi.process;

import io.pilotage.roi.DecisionContractAccepted;
import io.pilotage.workflow.Journeys;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Watches the last day of each contract that is accepted, in place of the one before. */
@Component
class ContractTermJourney {

    private final Journeys journeys;

    ContractTermJourney(Journeys journeys) {
        this.journeys = journeys;
    }

    @EventListener
    void on(DecisionContractAccepted accepted) {
        journeys.tell("decisionContractReplaced", accepted.pilotKey(), Map.of());
        LocalDate lastDay = accepted.lastDay();
        if (lastDay != null) {
            journeys.start(
                    "decisionContractAccepted",
                    accepted.pilotKey(),
                    Map.of(
                            "contractExpires",
                            Date.from(lastDay.plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant())));
        }
    }
}
