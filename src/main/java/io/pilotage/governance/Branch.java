package io.pilotage.governance;

import io.pilotage.identity.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A function that reviews pilots, as the decision table {@code requiredReviews} names it (R11). */
public enum Branch {
    COMPLIANCE("reviewCompliance", Role.COMPLIANCE_REVIEW),
    LEGAL("reviewLegalPrivacy", Role.LEGAL_PRIVACY),
    SECURITY("reviewSecurity", Role.SECURITY_REVIEW),
    DATA("reviewData", Role.DATA_OWNER),
    OPERATIONS("reviewOperations", Role.IT_OPERATIONS),
    VALIDATION("planEvaluation", Role.MODEL_VALIDATION),
    AUTONOMY("setAutonomyBoundary", Role.DECISION_OWNER),
    WORKERS("informWorkers", Role.WORKER_LIAISON);

    private final String task;
    private final Role role;

    Branch(String task, Role role) {
        this.task = task;
        this.role = role;
    }

    /** The code in tables and forms, for example {@code legal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The function that answers for the branch. */
    public Role role() {
        return role;
    }

    /** The code of the branch's approval, as {@code materialFields} knows it, for example {@code review.legal}. */
    public String approval() {
        return "review." + code();
    }

    /** The branch whose approval has this code, or empty for any other approval. */
    public static Optional<Branch> ofApproval(String approval) {
        return Arrays.stream(values())
                .filter(branch -> branch.approval().equals(approval))
                .findFirst();
    }

    /** @throws IllegalArgumentException when no branch is answered for by people of this group */
    public static Branch ofRole(String group) {
        return Arrays.stream(values())
                .filter(branch -> branch.role.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No branch of " + group));
    }

    /** @throws IllegalArgumentException when the code is none of ours */
    public static Branch ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The branch whose review begins with the user task, or empty for any other task. */
    public static Optional<Branch> ofTask(String task) {
        return Arrays.stream(values())
                .filter(branch -> branch.task.equals(task))
                .findFirst();
    }
}
