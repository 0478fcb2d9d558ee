package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTests {

    private static final Instant NOW = Instant.parse("2030-01-31T10:00:00Z");

    private final Review review = Review.asked("P-1", Branch.DATA, NOW);

    @Test
    void aDecisionIsTakenOnce() {
        review.decide(verdict(ReviewDecision.APPROVE, null), "v1");
        assertThatThrownBy(() -> review.decide(verdict(ReviewDecision.REJECT, "No"), "v1"))
                .isInstanceOf(Refused.class);
        assertThat(review.decision()).isEqualTo(ReviewDecision.APPROVE);
    }

    @Test
    void aRejectionNeedsItsReason() {
        assertThatThrownBy(() -> review.decide(verdict(ReviewDecision.REJECT, null), "v1"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> review.decide(verdict(ReviewDecision.NOT_APPLICABLE, null), "v1"))
                .isInstanceOf(Refused.class);
        assertThat(review.isDecided()).isFalse();
    }

    @Test
    void findingsAndDecisionFitTogether() {
        assertThatThrownBy(() -> review.decide(verdict(ReviewDecision.APPROVE_WITH_FINDINGS, null), "v1"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> review.decide(verdict(ReviewDecision.APPROVE, null, finding("low")), "v1"))
                .isInstanceOf(Refused.class);
        review.decide(verdict(ReviewDecision.REJECT, "No", finding("low")), "v1");
        assertThat(review.findings()).hasSize(1);
    }

    @Test
    void aRepeatedReviewClosesWhatIsNotFoundAgain() {
        review.decide(verdict(ReviewDecision.APPROVE_WITH_FINDINGS, null, finding("critical")), "v1");
        review.reopen(NOW);
        assertThat(review.isDecided()).isFalse();
        assertThat(review.policyVersion()).isNull();
        assertThat(review.findings()).as("open until somebody looks").allMatch(Finding::stops);
        review.decide(verdict(ReviewDecision.APPROVE_WITH_FINDINGS, null, finding("low")), "v2");
        assertThat(review.round()).isEqualTo(2);
        assertThat(review.findings()).extracting(Finding::isOpen).containsExactly(false, true);
    }

    @Test
    void whatIsFirstFoundInARepeatedReviewIsLate() {
        Finding known = finding("low");
        Finding other = new Finding("Backups", "low", "it-operations", LocalDate.of(2030, 3, 1), NOW, null);
        Verdict first = verdict(ReviewDecision.APPROVE_WITH_FINDINGS, null, known);
        assertThat(review.firstRaisedLate(first)).isEmpty();
        review.decide(first, "v1");
        review.reopen(NOW);
        assertThat(review.firstRaisedLate(verdict(ReviewDecision.APPROVE_WITH_FINDINGS, null, known, other)))
                .containsExactly(other);
    }

    @Test
    void notApplicableStandsInNobodysWay() {
        review.decide(verdict(ReviewDecision.NOT_APPLICABLE, "It stores nothing"), "v1");
        assertThat(review.agrees()).isTrue();
        assertThat(ReviewDecision.NOT_APPLICABLE.approves()).isFalse();
    }

    private static Finding finding(String severity) {
        return new Finding("Logs", severity, "it-operations", LocalDate.of(2030, 3, 1), NOW, null);
    }

    private static Verdict verdict(ReviewDecision decision, @Nullable String reason, Finding... findings) {
        return new Verdict(decision, null, reason, List.of(findings), List.of(), null, "data-owner", "data-owner", NOW);
    }
}
