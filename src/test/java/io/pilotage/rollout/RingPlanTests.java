package io.pilotage.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingPlanTests {

    private static final RingLimits LIMITS = new RingLimits(BigDecimal.ONE, null, null, null, null, null);

    @Test
    void aPlanNeedsARing() {
        assertThatThrownBy(() -> RingPlan.of("P-1", LIMITS, List.of(), 0, null)).isInstanceOf(Refused.class);
    }

    @Test
    void ringsOnlyGrow() {
        assertThatThrownBy(() -> RingPlan.of("P-1", LIMITS, List.of(ring(10, 1), ring(9, 1)), 0, null))
                .hasMessageContaining("rollout.plan.shrinking");
    }

    @Test
    void aRingIsHeldBeforeItIsRolledBack() {
        assertThatThrownBy(() -> RingPlan.of("P-1", LIMITS, List.of(ring(10, 2)), 0, null))
                .hasMessageContaining("rollout.plan.rollbackBeforeHold");
    }

    @Test
    void anOverrideBandHasItsLowerEndBelow() {
        RingLimits upsideDown = new RingLimits(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, null, null, null);
        assertThatThrownBy(() -> RingPlan.of("P-1", upsideDown, List.of(ring(10, 1)), 0, null))
                .hasMessageContaining("rollout.plan.band");
    }

    @Test
    void theLastRingReachesEverybodyWhoIsMeantToUseIt() {
        List<Ring> rings = List.of(ring(10, 1), ring(99, 1));
        assertThatThrownBy(() -> RingPlan.of("P-1", LIMITS, rings, 100, null))
                .hasMessageContaining("rollout.plan.notEverybody");
        assertThat(RingPlan.of("P-1", LIMITS, rings, 99, null).rings()).hasSize(2);
    }

    @Test
    void theLastRingHasNoNextAndTheFirstNoPrevious() {
        RingPlan plan = RingPlan.of("P-1", LIMITS, List.of(ring(10, 1), ring(20, 1)), 0, null);
        plan.stepBack();
        assertThat(plan.currentRing()).isZero();
        assertThat(plan.advance()).isTrue();
        assertThat(plan.advance()).isFalse();
        assertThat(plan.currentRing()).isEqualTo(1);
    }

    @Test
    void anotherRingIsOpenOnlyOnceItIsOpened() {
        RingPlan plan = RingPlan.of("P-1", LIMITS, List.of(ring(10, 1), ring(20, 1)), 0, null);
        plan.open(Instant.EPOCH);
        assertThat(plan.dwellEndsAt()).isEqualTo(Instant.parse("1970-01-15T00:00:00Z"));
        plan.advance();
        assertThat(plan.openedAt()).isNull();
    }

    private static Ring ring(int users, int hold) {
        return new Ring("One site", "DE", users, LocalDate.EPOCH, 14, BigDecimal.ONE, hold, 2);
    }
}
