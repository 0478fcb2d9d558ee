package io.pilotage.rollout;

import io.pilotage.identity.People;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who runs the pilot in production: the handover between pilot owner and operations, and the acceptance of the run. */
@Service
@Transactional
public class ProductionManagement {

    private final Handovers handovers;
    private final ProductionAcceptances acceptances;
    private final People people;

    ProductionManagement(Handovers handovers, ProductionAcceptances acceptances, People people) {
        this.people = people;
        this.handovers = handovers;
        this.acceptances = acceptances;
    }

    /**
     * Operations signs that it takes over.
     *
     * @throws Refused when rolling back was not tested yet, or when nobody knows who accepts a difference
     */
    public void receive(
            String pilotKey,
            String receiver,
            HandoverTerms terms,
            List<Handover.Component> components,
            List<Handover.Difference> differences,
            Instant at) {
        differences.stream()
                .map(Handover.Difference::acceptedBy)
                .filter(person -> person != null && people.find(person).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Refused("workflow.person.unknown", unknown);
                });
        handovers.save(Handover.receivedBy(
                receiver,
                pilotKey,
                terms,
                components,
                differences,
                at,
                handovers.findById(pilotKey).orElse(null)));
    }

    /** The pilot owner signs as well. @throws Refused when the same person has signed for operations */
    public void give(String pilotKey, String giver, @Nullable String openPoints, Instant at) {
        handovers.findById(pilotKey).ifPresent(handover -> {
            handover.givenBy(giver, openPoints, at);
            handovers.save(handover);
        });
    }

    /** The pilot owner does not sign yet. */
    public void sendBack(String pilotKey, @Nullable String reasonCode, @Nullable String reason) {
        handovers.findById(pilotKey).ifPresent(handover -> {
            handover.sendBack(reasonCode, reason);
            handovers.save(handover);
        });
    }

    /** Operations accepts the run, or not yet; the latest word counts. */
    public void decide(String pilotKey, boolean accepted, @Nullable String owner, String actor, Instant at) {
        acceptances.save(new ProductionAcceptance(
                pilotKey,
                accepted,
                owner,
                actor,
                at,
                acceptanceOf(pilotKey).map(ProductionAcceptance::version).orElse(null)));
    }

    @Transactional(readOnly = true)
    public Optional<Handover> handoverOf(String pilotKey) {
        return handovers.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<ProductionAcceptance> acceptanceOf(String pilotKey) {
        return acceptances.findById(pilotKey);
    }
}
