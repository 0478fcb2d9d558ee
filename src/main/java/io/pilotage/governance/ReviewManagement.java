package io.pilotage.governance;

import io.pilotage.pilot.EvidenceSource;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.Tier;
import io.pilotage.seal.ApprovalFreeze;
import io.pilotage.workflow.DecisionTables;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reviews of a pilot: who was asked, what they said, and the facts this gives gate G3. */
@Service
@Transactional
public class ReviewManagement implements EvidenceSource {

    /** The tables that say what a review has to look at; their versions are kept with every decision. */
    private static final List<String> POLICIES = List.of("riskTier", "requiredReviews");

    private final Reviews reviews;
    private final Assessments assessments;
    private final PilotManagement pilots;
    private final Scorecards scorecards;
    private final DecisionTables tables;
    private final ApprovalFreeze approvals;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewManagement(
            Reviews reviews,
            Assessments assessments,
            PilotManagement pilots,
            Scorecards scorecards,
            DecisionTables tables,
            ApprovalFreeze approvals,
            Clock clock,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.assessments = assessments;
        this.pilots = pilots;
        this.scorecards = scorecards;
        this.tables = tables;
        this.approvals = approvals;
        this.clock = clock;
        this.events = events;
    }

    /** Notes that a branch is asked; one that is asked already keeps its date. */
    public void ask(String pilotKey, Branch branch) {
        if (reviews.findByPilotKeyAndBranch(pilotKey, branch).isEmpty()) {
            reviews.save(Review.asked(pilotKey, branch, clock.instant()));
        }
    }

    /**
     * Notes what a branch says, under the policy in force now.
     *
     * @param details what the branch agreed to; asked for only when it approves
     * @throws Refused when the branch was not asked, has answered, or its answers contradict each other
     */
    public void decide(String pilotKey, Branch branch, Verdict verdict, Supplier<Optional<Assessment>> details) {
        Review review = reviews.findByPilotKeyAndBranch(pilotKey, branch)
                .orElseThrow(() -> new Refused(
                        "governance.review.notAsked", new Word("governance.branch." + branch.code(), branch.code())));
        review.firstRaisedLate(verdict)
                .forEach(late ->
                        scorecards.lateQuestion(pilotKey, branch, late.statement(), verdict.reviewer(), verdict.at()));
        review.decide(verdict, policyInForce());
        if (verdict.decision().approves()) {
            details.get().ifPresent(assessment -> {
                assessment.guard(verdict.decision());
                assessment.guard(LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC));
                assessments.keep(assessment);
            });
        }
        reviews.save(review);
        if (verdict.decision().approves()) {
            approvals.approve(pilotKey, branch.approval(), verdict.reviewer(), verdict.at());
        }
        events.publishEvent(new ReviewDecided(pilotKey, branch, verdict.decision(), verdict.reviewer(), verdict.at()));
    }

    /** Asks the branches again; whoever took the remaining risk has to look again too. */
    public void reopen(String pilotKey, List<Branch> branches) {
        for (Branch branch : branches) {
            reviews.findByPilotKeyAndBranch(pilotKey, branch).ifPresent(review -> {
                review.reopen(clock.instant());
                reviews.save(review);
            });
        }
        assessments.forget(pilotKey, ResidualRisk.class);
    }

    /**
     * Branches that have to review the case as it is classified now and have not decided, in the table's order. The
     * engine writes down each question to a table, so this cannot be a reading transaction.
     */
    public List<Branch> missing(String pilotKey) {
        Set<Branch> decided = of(pilotKey).stream()
                .filter(Review::isDecided)
                .map(Review::branch)
                .collect(Collectors.toSet());
        return required(pilots.get(pilotKey)).stream()
                .filter(branch -> !decided.contains(branch))
                .toList();
    }

    /** Whether every branch that was asked agrees. */
    @Transactional(readOnly = true)
    public boolean isUnanimous(String pilotKey) {
        List<Review> all = of(pilotKey);
        return !all.isEmpty() && all.stream().allMatch(Review::agrees);
    }

    /** The reviews of a case in the order of the branches. */
    @Transactional(readOnly = true)
    public List<Review> of(String pilotKey) {
        return reviews.findByPilotKey(pilotKey).stream()
                .sorted(Comparator.comparing(Review::branch))
                .toList();
    }

    /** The review of one branch, if it was asked. */
    @Transactional(readOnly = true)
    public Optional<Review> of(String pilotKey, Branch branch) {
        return reviews.findByPilotKeyAndBranch(pilotKey, branch);
    }

    /** What still has to change on a case, most urgent first. */
    @Transactional(readOnly = true)
    public List<Finding> openFindings(String pilotKey) {
        return of(pilotKey).stream()
                .flatMap(review -> review.findings().stream())
                .filter(Finding::isOpen)
                .sorted(Comparator.comparing(Finding::due))
                .toList();
    }

    /** What a branch agreed to, for example the {@link DataContract}; empty when it never approved. */
    @Transactional(readOnly = true)
    public <T extends Assessment> Optional<T> assessmentOf(String pilotKey, Class<T> kind) {
        return assessments.of(pilotKey, kind);
    }

    @Override
    public Set<String> factsOf(String pilotKey) {
        List<Review> all = of(pilotKey);
        if (all.isEmpty()) {
            return Set.of();
        }
        Set<String> facts = new HashSet<>();
        if (all.stream().allMatch(Review::isDecided) && missing(pilotKey).isEmpty()) {
            facts.add("everyBranchDecided");
        }
        if (all.stream().flatMap(review -> review.findings().stream()).noneMatch(Finding::stops)) {
            facts.add("noOpenCriticalFinding");
        }
        Set<String> versions = all.stream()
                .map(review -> Objects.toString(review.policyVersion(), ""))
                .collect(Collectors.toSet());
        if (versions.size() == 1 && !versions.contains("")) {
            facts.add("policyVersionFrozen");
        }
        assessmentOf(pilotKey, SecurityAssessment.class)
                .filter(SecurityAssessment::heldInTheTest)
                .ifPresent(tried -> facts.add("redTeamed"));
        if (all.stream().anyMatch(Review::isEvaluation)) {
            facts.add("evaluated");
        }
        return facts;
    }

    private String policyInForce() {
        return POLICIES.stream()
                .map(policy -> policy + " " + tables.version(policy))
                .collect(Collectors.joining(", "));
    }

    private List<Branch> required(Pilot pilot) {
        RiskAnswers risk = pilot.risk();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tier", Optional.ofNullable(pilot.tier()).map(Tier::code).orElse(null));
        inputs.put("agentic", risk.agentic());
        inputs.put("personalData", risk.personalData());
        inputs.put("workersAffected", risk.workersAffected());
        inputs.put("autonomy", risk.autonomy());
        return tables.list("requiredReviews", inputs).stream()
                .map(Branch::ofCode)
                .distinct()
                .toList();
    }
}
