package io.pilotage.governance;

import io.pilotage.governance.AutonomyBoundary.BoundaryAction;
import io.pilotage.governance.AutonomyBoundary.Stopping;
import io.pilotage.pilot.EvidenceSource;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.seal.SealChange;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.Seals;
import io.pilotage.workflow.DecisionTables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what pilots may do by themselves (R15): set, sign, decline. */
@Service
@Transactional
public class BoundaryManagement implements EvidenceSource {

    private final Boundaries boundaries;
    private final Reviews reviews;
    private final PilotManagement pilots;
    private final DecisionTables tables;
    private final Seals seals;
    private final ApplicationEventPublisher events;

    BoundaryManagement(
            Boundaries boundaries,
            Reviews reviews,
            PilotManagement pilots,
            DecisionTables tables,
            Seals seals,
            ApplicationEventPublisher events) {
        this.boundaries = boundaries;
        this.reviews = reviews;
        this.pilots = pilots;
        this.tables = tables;
        this.seals = seals;
        this.events = events;
    }

    /** Sets the boundary. @throws io.pilotage.workflow.Refused when it goes beyond the autonomy of the case */
    public void set(String pilotKey, List<BoundaryAction> actions, Stopping stopping, String by, Instant at) {
        AutonomyBoundary boundary = of(pilotKey).orElseGet(() -> AutonomyBoundary.of(pilotKey));
        boundary.set(actions, stopping, limitOf(pilotKey), by, at);
        boundaries.save(boundary);
    }

    /** Notes that the pilot takes no actions. */
    public void setNothing(String pilotKey, String reason, String by, Instant at) {
        AutonomyBoundary boundary = of(pilotKey).orElseGet(() -> AutonomyBoundary.of(pilotKey));
        boundary.setNothing(reason, by, at);
        boundaries.save(boundary);
    }

    /** Signs or sends back. @throws io.pilotage.workflow.Refused when the signer set it or it goes too far */
    public boolean answer(String pilotKey, boolean sign, @Nullable String reason, String by, Instant at) {
        AutonomyBoundary boundary = of(pilotKey).orElseGet(() -> AutonomyBoundary.of(pilotKey));
        if (sign) {
            String sentBack = boundary.declinedReason();
            boundary.sign(limitOf(pilotKey), by, at);
            boundaries.save(boundary);
            seal(boundary, sentBack, by, at);
            events.publishEvent(new AutonomyBoundarySigned(pilotKey, boundary.edition(), by, at));
        } else {
            boundary.decline(reason);
            boundaries.save(boundary);
        }
        return sign;
    }

    /** Freezes what two people agree on; whoever set it asked for the change. */
    private void seal(AutonomyBoundary boundary, @Nullable String sentBack, String by, Instant at) {
        String setBy = Objects.requireNonNull(boundary.setBy());
        seals.seal(
                boundary.pilotKey(),
                SealKind.AUTONOMY_BOUNDARY,
                boundary.agreed(),
                by,
                new SealChange(List.of(setBy), sentBack),
                at);
        seals.sign(boundary.pilotKey(), List.of(SealKind.AUTONOMY_BOUNDARY), List.of(setBy, by), "boundary", at);
    }

    @Transactional(readOnly = true)
    public Optional<AutonomyBoundary> of(String pilotKey) {
        return boundaries.findById(pilotKey);
    }

    /** A boundary counts as signed when nobody had to be asked for one. */
    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        boolean asked =
                reviews.findByPilotKeyAndBranch(pilotKey, Branch.AUTONOMY).isPresent();
        boolean signed = of(pilotKey).filter(AutonomyBoundary::isSigned).isPresent();
        return asked && !signed ? Set.of() : Set.of("boundarySigned");
    }

    /**
     * How much the pilot may do by itself: what was answered about it, but no more than the decision table
     * {@code highestAutonomy} lets a pilot of its tier (R34); null while nobody has answered.
     */
    public @Nullable String limitOf(String pilotKey) {
        Pilot pilot = pilots.get(pilotKey);
        String answered = pilot.risk().autonomy();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        inputs.put("agentic", pilot.risk().agentic());
        return answered == null
                ? null
                : AutonomyBoundary.lesser(
                        answered,
                        String.valueOf(tables.row("highestAutonomy", inputs).get("autonomy")));
    }
}
