package io.pilotage.governance;

import io.pilotage.pilot.StallReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a reviewer hands in, the same for every branch.
 *
 * @param stallReason kind of reason, when the branch rejects (R5)
 * @param reason in the reviewer's words; required to reject and to call the review not applicable
 * @param findings what must change; those of an earlier round that are not found again count as closed
 * @param interest the reviewer's own interest in the result; null when there is none
 * @param role group in whose name the reviewer decides
 */
public record Verdict(
        ReviewDecision decision,
        @Nullable StallReason stallReason,
        @Nullable String reason,
        List<Finding> findings,
        List<Evidence> evidence,
        @Nullable String interest,
        String reviewer,
        String role,
        Instant at) {

    /** A document that supports the decision. */
    @Table("review_evidence")
    public record Evidence(String title, String link) {}
}
