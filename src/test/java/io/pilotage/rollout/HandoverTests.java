package io.pilotage.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTests {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void onePersonDoesNotSignForBothSides() {
        Handover handover = handover(LocalDate.of(2026, 3, 1));
        assertThatThrownBy(() -> handover.givenBy("operator", null, NOW)).isInstanceOf(Refused.class);
        assertThat(handover.isSignedByBoth()).isFalse();
    }

    @Test
    void aRollbackTestLiesInThePast() {
        assertThatThrownBy(() -> handover(LocalDate.of(2026, 3, 9)))
                .hasMessageContaining("rollout.handover.notTestedYet");
    }

    @Test
    void whatIsSentBackIsNotSigned() {
        Handover handover = handover(LocalDate.of(2026, 3, 1));
        handover.givenBy("owner", "Nothing", NOW);
        handover.sendBack("readiness", "No runbook");
        assertThat(handover.isSignedByBoth()).isFalse();
        assertThat(handover.sentBack()).isEqualTo("No runbook");
    }

    private static Handover handover(LocalDate tested) {
        HandoverTerms terms = new HandoverTerms(
                "https://example.org", "Duty", BigDecimal.TEN, 30, true, BigDecimal.TEN, 6, tested, 10);
        return Handover.receivedBy("operator", "P-1", terms, List.of(), List.of(), NOW, null);
    }
}
