package io.pilotage.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.rollout.RingReview.SegmentUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must be true of every ring, whatever is measured. */
class ThresholdsLawTests {

    private static final RingLimits LIMITS = new RingLimits(
            new BigDecimal("99"),
            new BigDecimal("5"),
            new BigDecimal("40"),
            new BigDecimal("20"),
            new BigDecimal("3"),
            new BigDecimal("2"));

    @Property
    void aRingIsNeverPromotableAndToBeRolledBackAtOnce(
            @ForAll @IntRange(max = 50) int hold,
            @ForAll @IntRange(min = 1, max = 50) int above,
            @ForAll @IntRange(max = 200) int incidents) {
        Thresholds thresholds = new Thresholds(ring("0", hold, hold + above), LIMITS);
        boolean promotable =
                thresholds.broken(figures(incidents, "12"), use("80")).isEmpty();
        assertThat(promotable && thresholds.mustRollBack(figures(incidents, "12")))
                .isFalse();
        assertThat(promotable).isEqualTo(incidents <= hold);
    }

    @Property
    void theGroupThatUsesItLeastDecidesAndNotTheAverage(
            @ForAll @Size(min = 1, max = 6) List<@BigRange(min = "0", max = "100") BigDecimal> shares,
            @ForAll @BigRange(min = "0", max = "100") BigDecimal least) {
        List<SegmentUse> segments =
                shares.stream().map(share -> new SegmentUse("Group", share)).toList();
        boolean every = shares.stream().allMatch(share -> share.compareTo(least) >= 0);
        Thresholds thresholds = new Thresholds(ring(least.toPlainString(), 1, 2), LIMITS);
        assertThat(thresholds.broken(figures(0, "12"), segments).contains("use"))
                .isEqualTo(!every);
    }

    @Property
    void overridesHoldExactlyWithinTheBand(@ForAll @BigRange(min = "0", max = "100") BigDecimal rate) {
        boolean within = rate.compareTo(new BigDecimal("5")) >= 0 && rate.compareTo(new BigDecimal("40")) <= 0;
        assertThat(new Thresholds(ring("0", 1, 2), LIMITS)
                        .broken(figures(0, rate.toPlainString()), use("80"))
                        .isEmpty())
                .isEqualTo(within);
    }

    @Property
    void unitCostMayBeFifteenPercentAboveTheModel(@ForAll @BigRange(min = "0.0100", max = "100000") BigDecimal model) {
        BigDecimal most = new RingLimits(BigDecimal.ONE, null, null, null, null, model).unitCostMax();
        assertThat(most.doubleValue())
                .isCloseTo(model.doubleValue() * 1.15, org.assertj.core.data.Offset.offset(0.0001));
    }

    @Property
    void aLimitThatWasNotMeasuredCountsAsBroken(@ForAll @IntRange(max = 1) int incidents) {
        RingFigures unknown = new RingFigures(null, null, 0, 0, incidents, new BigDecimal("99.5"), null, null, null, 0);
        assertThat(new Thresholds(ring("0", 1, 2), LIMITS).broken(unknown, use("80")))
                .containsExactly("override", "reviewTime", "latency");
    }

    private static Ring ring(String promoteUse, int hold, int rollBack) {
        return new Ring("One site", "DE", 10, LocalDate.EPOCH, 14, new BigDecimal(promoteUse), hold, rollBack);
    }

    private static RingFigures figures(int incidents, String overrideRate) {
        return new RingFigures(
                new BigDecimal(overrideRate),
                new BigDecimal("45"),
                0,
                0,
                incidents,
                new BigDecimal("99.9"),
                new BigDecimal("1.2"),
                new BigDecimal("2"),
                new BigDecimal("97"),
                0);
    }

    private static List<SegmentUse> use(String share) {
        return List.of(new SegmentUse("Planners", new BigDecimal(share)));
    }
}
