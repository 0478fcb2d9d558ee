package io.pilotage.governance;

import io.pilotage.pilot.EvidenceSource;
import io.pilotage.seal.Approval;
import io.pilotage.seal.ApprovalFreeze;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews whose approval does not count any more because what was approved has changed; each is asked for again. */
@Service
@Transactional
public class StaleReviews implements EvidenceSource {

    private final ApprovalFreeze approvals;

    StaleReviews(ApprovalFreeze approvals) {
        this.approvals = approvals;
    }

    /** The branch approves what it sees now. */
    public void confirm(String pilotKey, Branch branch, String by, Instant at) {
        approvals.approve(pilotKey, branch.approval(), by, at);
    }

    /** The branches whose approval does not count, in their order. */
    @Transactional(readOnly = true)
    public List<Branch> of(String pilotKey) {
        return approvals.of(pilotKey).stream()
                .filter(Approval::isStale)
                .map(approval -> Branch.ofApproval(approval.approval()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** What has changed since the branch approved, such as {@code dataContract.coverage}; empty while it counts. */
    @Transactional(readOnly = true)
    public List<String> changed(String pilotKey, Branch branch) {
        return approvals.of(pilotKey).stream()
                .filter(approval -> approval.approval().equals(branch.approval()))
                .findFirst()
                .map(Approval::changed)
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        return of(pilotKey).isEmpty() ? Set.of("approvalsNotStale") : Set.of();
    }
}
