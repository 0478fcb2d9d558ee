package io.pilotage.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** The arithmetic of adoption and value, whatever is counted. */
class AdoptionLawTests {

    private static final LocalDate PRODUCTION = LocalDate.of(2026, 1, 1);
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    @Property
    void moreHabitualUsersNeverMissATargetThatFewerReached(
            @ForAll @IntRange(min = 1, max = 10000) int intended, @ForAll @IntRange(max = 9999) int habitual) {
        int fewer = Math.min(habitual, intended - 1);
        if (segment("A", intended, fewer).isReached()) {
            assertThat(segment("A", intended, fewer + 1).isReached()).isTrue();
        }
    }

    @Property
    void aShownShareNeverLooksReachedWhenItIsNot(
            @ForAll @IntRange(min = 1, max = 10000) int intended, @ForAll @IntRange(max = 10000) int habitual) {
        SegmentAdoption segment = segment("A", intended, Math.min(habitual, intended));
        if (!segment.isReached()) {
            assertThat(segment.share()).isLessThan(IntendedUsers.DEFAULT_TARGET);
        }
    }

    @Property
    void aDeclaredGroupCountsWithAllItsPeople(
            @ForAll @IntRange(min = 1, max = 1000) int declared, @ForAll @IntRange(min = 1, max = 1000) int reported) {
        IntendedUsers roster =
                new IntendedUsers(List.of(new IntendedUsers.Group("Planners", declared, new BigDecimal("60"))));
        List<SegmentAdoption> adoption = roster.adoption(List.of(use(" planners ", 0, reported, reported)));
        assertThat(adoption).hasSize(1);
        assertThat(adoption.get(0).intended()).isEqualTo(Math.max(declared, reported));
    }

    @Example
    void aDeclaredGroupThatNobodyReportedIsNotReached() {
        IntendedUsers roster = new IntendedUsers(List.of(
                new IntendedUsers.Group("Planners", 10, new BigDecimal("60")),
                new IntendedUsers.Group("Buyers", 10, new BigDecimal("60"))));
        assertThat(roster.areReached(List.of(use("Planners", 0, 10, 10)))).isFalse();
    }

    @Property
    void theRingsOfAGroupAreAddedUp(
            @ForAll @IntRange(max = 500) int inFirst, @ForAll @IntRange(max = 500) int inSecond) {
        List<SegmentAdoption> adoption = new IntendedUsers(List.of())
                .adoption(List.of(use("Planners", 0, 500, inFirst), use("Planners", 1, 500, inSecond)));
        assertThat(adoption).containsExactly(segment("Planners", 1000, inFirst + inSecond));
    }

    @Property
    void overridesHoldExactlyWithinTheBand(
            @ForAll @IntRange(max = 1000) int overridden, @ForAll @IntRange(max = 1000) int followed) {
        OverrideBand band = new OverrideBand(new BigDecimal("5"), new BigDecimal("30"));
        long looked = (long) overridden + followed;
        boolean expected = looked > 0 && 100L * overridden >= 5 * looked && 100L * overridden <= 30 * looked;
        assertThat(band.contains(overridden, looked)).isEqualTo(expected);
    }

    @Property
    void believedMoneyNeverChangesTheNetValue(
            @ForAll @Size(max = 4) List<@BigRange(min = "-1000000", max = "1000000") @Scale(2) BigDecimal> measured,
            @ForAll @Size(max = 4) List<@BigRange(min = "-1000000", max = "1000000") @Scale(2) BigDecimal> believed) {
        List<LedgerLine> lines = new java.util.ArrayList<>();
        measured.forEach(money -> lines.add(line("measured", money)));
        BigDecimal netBefore = value(List.copyOf(lines)).net();
        believed.forEach(money -> lines.add(line("asserted", money)));
        assertThat(value(lines).net()).isEqualByComparingTo(netBefore);
        assertThat(value(lines).asserted())
                .isEqualByComparingTo(believed.stream().reduce(ZERO, BigDecimal::add));
    }

    @Property
    void thePromisesOfPeriodsAddUpToThePromiseOfAllOfThem(
            @ForAll @IntRange(min = 1, max = 700) int first,
            @ForAll @IntRange(min = 1, max = 700) int second,
            @ForAll @IntRange(max = 36) int ramp) {
        LocalDate between = PRODUCTION.plusDays(first);
        LocalDate end = between.plusDays(second);
        MoneyPromise promise = promise(ramp);
        BigDecimal parts = promise.netP50(PRODUCTION, PRODUCTION, between, "EUR")
                .add(promise.netP50(PRODUCTION, between, end, "EUR"));
        assertThat(parts).isCloseTo(promise.netP50(PRODUCTION, PRODUCTION, end, "EUR"), within(new BigDecimal("0.02")));
    }

    /** Between the two neighbours of a promise to the cent, and never with a decimal that yen do not have. */
    @Property
    void aPromiseIsRoundedToTheUnitOfItsCurrency(
            @ForAll @IntRange(min = 0, max = 36) int ramp, @ForAll @IntRange(min = 1, max = 400) int days) {
        LocalDate end = PRODUCTION.plusDays(days);
        BigDecimal yen = promise(ramp).netP50(PRODUCTION, PRODUCTION, end, "JPY");
        assertThat(yen.scale()).isZero();
        assertThat(yen)
                .isCloseTo(promise(ramp).netP50(PRODUCTION, PRODUCTION, end, "EUR"), within(new BigDecimal("0.51")));
    }

    @Property
    void lessIsPromisedDuringTheRampAndAllOfItAfterwards(@ForAll @IntRange(min = 1, max = 36) int ramp) {
        LocalDate full = PRODUCTION.plusDays(365L * ramp / 12 + 1);
        BigDecimal afterwards = promise(ramp).netP50(PRODUCTION, full, full.plusDays(365), "EUR");
        assertThat(afterwards).isEqualByComparingTo("50000.00");
        assertThat(promise(ramp).netP50(PRODUCTION, PRODUCTION, PRODUCTION.plusDays(30), "EUR"))
                .isLessThan(promise(0).netP50(PRODUCTION, PRODUCTION, PRODUCTION.plusDays(30), "EUR"));
    }

    @Example
    void noDeclaredTargetUndercutsTheSealedOne() {
        IntendedUsers declared = new IntendedUsers(List.of(
                new IntendedUsers.Group("Planners", 10, new BigDecimal("50")),
                new IntendedUsers.Group("Buyers", 10, new BigDecimal("90"))));
        assertThat(declared.atLeast(new BigDecimal("70")).groups())
                .extracting(group -> group.target().intValue())
                .containsExactly(70, 90);
    }

    private static MoneyPromise promise(int ramp) {
        return new MoneyPromise(
                "P-1",
                new BigDecimal("40000"),
                new BigDecimal("60000"),
                new BigDecimal("10000"),
                ramp,
                null,
                Instant.EPOCH,
                null,
                null);
    }

    private static SegmentAdoption segment(String name, int intended, int habitual) {
        return new SegmentAdoption(name, intended, habitual, IntendedUsers.DEFAULT_TARGET);
    }

    private static SegmentUse use(String name, int ring, int intended, int habitual) {
        return new SegmentUse(name, ring, intended, intended, intended, intended, intended, habitual, 0, 0, 0, 0, 0);
    }

    private static LedgerLine line(String basis, BigDecimal money) {
        return LedgerLine.of("Stock", ZERO, "beforeAfter", basis, "Season", money, null, null, "EUR", null);
    }

    private static LedgerFigures value(List<LedgerLine> lines) {
        ActualCosts costs = new ActualCosts(BigDecimal.ONE, ZERO, ZERO, ZERO, ZERO, ZERO, BigDecimal.TEN, ZERO);
        return LedgerFigures.of(lines, costs, null, null);
    }
}
