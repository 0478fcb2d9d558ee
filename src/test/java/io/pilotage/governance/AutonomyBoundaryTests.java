package io.pilotage.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.governance.AutonomyBoundary.BoundaryAction;
import io.pilotage.governance.AutonomyBoundary.Stopping;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutonomyBoundaryTests {

    private static final Instant NOW = Instant.parse("2030-01-31T10:00:00Z");

    private final AutonomyBoundary boundary = AutonomyBoundary.of("P-1");

    @Test
    void whoSetItDoesNotSignIt() {
        set("approve", "actsWithApproval");
        assertThatThrownBy(() -> boundary.sign("actsWithApproval", "owner", NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ownBoundary");
        boundary.sign("actsWithApproval", "compliance", NOW);
        assertThat(boundary.isSigned()).isTrue();
    }

    @Test
    void aNewEditionHasToBeSignedAgain() {
        set("prohibit", "advises");
        boundary.sign("advises", "compliance", NOW);
        set("prohibit", "advises");
        assertThat(boundary.isSigned()).isFalse();
        assertThat(boundary.edition()).isEqualTo(2);
    }

    @Test
    void anAdviserActsNeitherAloneNorWithApproval() {
        assertThatThrownBy(() -> set("approve", "advises")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> set("automate", "actsWithApproval")).isInstanceOf(Refused.class);
        set("automate", "actsAlone");
        assertThat(boundary.actions()).hasSize(1);
    }

    @Test
    void nobodySignsWhileTheAutonomyIsUnknown() {
        set("automate", null);
        assertThatThrownBy(() -> boundary.sign(null, "compliance", NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("autonomyUnknown");
        assertThatThrownBy(() -> boundary.sign("advises", "compliance", NOW))
                .as("answered after the boundary was set")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("beyondAutonomy");
    }

    @Test
    void whatTakesNoActionsHasNothingToBound() {
        boundary.setNothing("It only shows a list", "owner", NOW);
        boundary.sign(null, "compliance", NOW);
        assertThat(boundary.isNothing()).isTrue();
        assertThat(boundary.isSigned()).isTrue();
    }

    private void set(String mode, @Nullable String autonomy) {
        boundary.set(
                List.of(new BoundaryAction("Orders a part", mode, "below 100", "log", "planner")),
                new Stopping("call", "switch", "duty", BigDecimal.TEN),
                autonomy,
                "owner",
                NOW);
    }

    @Test
    void theTableCapsWhatWasAnsweredAndNeverRaisesIt() {
        assertThat(AutonomyBoundary.lesser("actsAlone", "actsWithApproval")).isEqualTo("actsWithApproval");
        assertThat(AutonomyBoundary.lesser("advises", "actsAlone")).isEqualTo("advises");
        assertThat(AutonomyBoundary.lesser("actsAlone", "null")).isEqualTo("advises");
    }
}
