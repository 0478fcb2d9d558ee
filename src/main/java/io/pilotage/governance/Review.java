package io.pilotage.governance;

import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The review of one pilot by one branch: asked, decided, and perhaps asked again. */
@Table("review")
public class Review {

    @Id
    private final String id;

    private final String pilotKey;
    private final Branch branch;
    private int round;
    private Instant askedAt;
    private @Nullable Instant decidedAt;
    private @Nullable ReviewDecision decision;
    private @Nullable StallReason stallReason;
    private @Nullable String reason;
    private @Nullable String interest;
    private @Nullable String reviewer;
    private @Nullable String reviewerRole;
    private @Nullable String policyVersion;

    @MappedCollection(idColumn = "review_id", keyColumn = "position")
    private List<Finding> findings;

    @MappedCollection(idColumn = "review_id", keyColumn = "position")
    private List<Verdict.Evidence> evidence;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Review(
            String id,
            String pilotKey,
            Branch branch,
            int round,
            Instant askedAt,
            List<Finding> findings,
            List<Verdict.Evidence> evidence) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.branch = branch;
        this.round = round;
        this.askedAt = askedAt;
        this.findings = findings;
        this.evidence = evidence;
    }

    static Review asked(String pilotKey, Branch branch, Instant at) {
        return new Review(UUID.randomUUID().toString(), pilotKey, branch, 1, at, List.of(), List.of());
    }

    /**
     * Decides. What was found in an earlier round and is not found again is closed.
     *
     * @param policies versions of the policy tables in force, as the server knows them
     * @throws Refused when the review is decided already, or the decision lacks its reason or its findings
     */
    void decide(Verdict verdict, String policies) {
        if (isDecided()) {
            throw new Refused(
                    "governance.review.decided", new Word("governance.branch." + branch.code(), branch.code()));
        }
        if (!verdict.decision().approves() && verdict.reason() == null) {
            throw new Refused("governance.review.reasonMissing");
        }
        boolean findingsExpected = verdict.decision() == ReviewDecision.APPROVE_WITH_FINDINGS;
        if (findingsExpected == verdict.findings().isEmpty()
                && verdict.decision().approves()) {
            throw new Refused(
                    findingsExpected ? "governance.review.findingsMissing" : "governance.review.findingsUnexpected");
        }
        List<Finding> all = new ArrayList<>();
        findings.forEach(earlier -> all.add(earlier.closed(verdict.at())));
        all.addAll(verdict.findings());
        findings = all;
        evidence = verdict.evidence();
        decision = verdict.decision();
        stallReason = verdict.stallReason();
        reason = verdict.reason();
        interest = verdict.interest();
        reviewer = verdict.reviewer();
        reviewerRole = verdict.role();
        policyVersion = policies;
        decidedAt = verdict.at();
    }

    /** What a branch that was asked before raises only now; the first time nothing is late (R108, R115). */
    List<Finding> firstRaisedLate(Verdict verdict) {
        return round == 1
                ? List.of()
                : verdict.findings().stream()
                        .filter(raised -> findings.stream()
                                .noneMatch(earlier -> earlier.statement().equals(raised.statement())))
                        .toList();
    }

    /** Closes what was found, because the function that found it says that it is settled. */
    void close(String statement, Instant at) {
        findings = findings.stream()
                .map(finding -> finding.statement().equals(statement) ? finding.closed(at) : finding)
                .toList();
    }

    /** Asks again; the earlier decision no longer counts, its open findings stay open until somebody looks. */
    void reopen(Instant at) {
        if (isDecided()) {
            round++;
            askedAt = at;
            decidedAt = null;
            decision = null;
            policyVersion = null;
        }
    }

    /** Whether the branch has answered in this round. */
    public boolean isDecided() {
        return decision != null;
    }

    /** Whether the branch does not stand in the way. */
    public boolean agrees() {
        return decision != null && decision != ReviewDecision.REJECT;
    }

    /** Whether the independent validator has evaluated the pilot, with whatever outcome (R104). */
    boolean isEvaluation() {
        return branch == Branch.VALIDATION && decision != null && decision != ReviewDecision.NOT_APPLICABLE;
    }

    String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public Branch branch() {
        return branch;
    }

    public int round() {
        return round;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable ReviewDecision decision() {
        return decision;
    }

    public @Nullable StallReason stallReason() {
        return stallReason;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String interest() {
        return interest;
    }

    public @Nullable String reviewer() {
        return reviewer;
    }

    public @Nullable String reviewerRole() {
        return reviewerRole;
    }

    /** Versions of the policy tables the decision was made under. */
    public @Nullable String policyVersion() {
        return policyVersion;
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<Verdict.Evidence> evidence() {
        return evidence;
    }
}
