package io.pilotage.governance;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.EvidenceSource;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the reviews left open at gate G3: noted when the gate opens, settled by the function that asked for it. */
@Service
@Transactional
public class ReviewDutyManagement implements EvidenceSource {

    private final ReviewDuties duties;
    private final Reviews reviews;
    private final Assessments assessments;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewDutyManagement(
            ReviewDuties duties,
            Reviews reviews,
            Assessments assessments,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.duties = duties;
        this.reviews = reviews;
        this.assessments = assessments;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** Gate G3 opened: every open finding and every exception is owed from now on. */
    @EventListener
    public void authorised(GateDecided decided) {
        if (decided.gate() == Gate.G3 && decided.outcome().opens()) {
            String pilotKey = decided.pilotKey();
            Stream<ReviewDuty> findings = reviews.findByPilotKey(pilotKey).stream()
                    .flatMap(review -> review.findings().stream()
                            .filter(Finding::isOpen)
                            .map(finding -> ReviewDuty.of(pilotKey, review.branch(), finding)));
            Stream<ReviewDuty> exceptions = assessments.of(pilotKey, ComplianceAssessment.class).stream()
                    .flatMap(assessment -> assessment.exceptions().stream())
                    .map(exception -> ReviewDuty.of(pilotKey, exception));
            Stream.concat(findings, exceptions)
                    .toList()
                    .forEach(duty -> events.publishEvent(new ReviewDutyOwed(duties.save(duty))));
        }
    }

    /** Settles it, and closes the finding it comes from. @throws Refused when it is settled or the person owns it */
    public void settle(String id, String how, @Nullable String proof, String by, Instant at) {
        ReviewDuty duty = duties.save(get(id).settled(by, how, proof, at));
        reviews.findByPilotKeyAndBranch(duty.pilotKey(), duty.branch()).ifPresent(review -> {
            review.close(duty.matter(), at);
            reviews.save(review);
        });
    }

    /** Writes down that its day has passed. */
    public void recordOverdue(String id) {
        ReviewDuty duty = get(id);
        trail.append(TrailEntry.of(duty.pilotKey(), clock.instant(), TrailEntry.PRODUCT, "approvalSuspended")
                .words("matter", duty.matter())
                .build());
    }

    /** @throws Refused when there is no such duty */
    @Transactional(readOnly = true)
    public ReviewDuty get(String id) {
        return duties.findById(id).orElseThrow(() -> new Refused("governance.duty.unknown"));
    }

    /** What is owed on a case now, the most urgent first. */
    @Transactional(readOnly = true)
    public List<ReviewDuty> open(String pilotKey) {
        return duties.findByPilotKeyOrderByDueOn(pilotKey).stream()
                .filter(ReviewDuty::isOpen)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return open(pilotKey).stream().anyMatch(duty -> duty.isOverdueOn(today)) ? Set.of() : Set.of("approvalsCount");
    }
}

/** What the reviews of all cases left open. */
interface ReviewDuties extends CrudRepository<ReviewDuty, String> {

    List<ReviewDuty> findByPilotKeyOrderByDueOn(String pilotKey);
}
