package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold of business time whatever the region, the moment and the amount. */
class BusinessCalendarLawTests {

    private static final Duration DAY = Duration.ofHours(8);

    /** Besides the product's regions: a night shift whose hours contain the change of clocks, also on weekends. */
    private static final BusinessCalendar CALENDAR = Calendars.with(Map.of(
            "night.zone", "Europe/Berlin",
            "night.hours", "00:30-08:30",
            "night.weekend", "",
            "gulf.zone", "Asia/Riyadh",
            "gulf.country", "sa",
            "gulf.weekend", "friday,saturday"));

    @Property
    void countingTheAddedTimeGivesItBack(
            @ForAll("moments") Instant from, @ForAll("regions") String region, @ForAll("amounts") double days) {
        Instant due = CALENDAR.plus(from, days, region);
        assertThat(CALENDAR.between(from, due, region)).isEqualTo(length(days));
    }

    @Property
    void countingTheSubtractedTimeGivesItBack(
            @ForAll("moments") Instant until, @ForAll("regions") String region, @ForAll("amounts") double days) {
        Instant reminder = CALENDAR.minus(until, days, region);
        assertThat(CALENDAR.between(reminder, until, region)).isEqualTo(length(days));
    }

    @Property
    void deadlineIsNeverBeforeItsBeginAndAlwaysInWorkingTime(
            @ForAll("moments") Instant from, @ForAll("regions") String region, @ForAll("amounts") double days) {
        Instant due = CALENDAR.plus(from, days, region);
        assertThat(due).isAfterOrEqualTo(from);
        assertThat(CALENDAR.isWorkingTime(due, region)).isTrue();
        assertThat(CALENDAR.isWorkingTime(CALENDAR.minus(from, days, region), region))
                .isTrue();
    }

    @Property
    void laterBeginOrLargerAmountNeverMeansEarlierDeadline(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 1_000_000) int seconds,
            @ForAll("regions") String region,
            @ForAll("amounts") double days,
            @ForAll @DoubleRange(max = 20) double more) {
        Instant due = CALENDAR.plus(from, days, region);
        assertThat(CALENDAR.plus(from.plusSeconds(seconds), days, region)).isAfterOrEqualTo(due);
        assertThat(CALENDAR.plus(from, days + more, region)).isAfterOrEqualTo(due);
    }

    @Property
    void addingTwiceIsAddingTheSum(
            @ForAll("moments") Instant from,
            @ForAll("regions") String region,
            @ForAll @IntRange(max = 100) int eighths,
            @ForAll @IntRange(min = 1, max = 100) int moreEighths) {
        Instant twice = CALENDAR.plus(CALENDAR.plus(from, eighths / 8.0, region), moreEighths / 8.0, region);
        assertThat(twice).isEqualTo(CALENDAR.plus(from, (eighths + moreEighths) / 8.0, region));
    }

    @Property
    void workingTimeAddsUp(
            @ForAll("moments") Instant one,
            @ForAll @IntRange(max = 4_000_000) int seconds,
            @ForAll @IntRange(max = 4_000_000) int moreSeconds,
            @ForAll("regions") String region) {
        Instant two = one.plusSeconds(seconds);
        Instant three = two.plusSeconds(moreSeconds);
        assertThat(CALENDAR.between(one, two, region).plus(CALENDAR.between(two, three, region)))
                .isEqualTo(CALENDAR.between(one, three, region));
        assertThat(CALENDAR.between(three, one, region))
                .isEqualTo(CALENDAR.between(one, three, region).negated());
    }

    @Property
    void wholeDaysKeepTheTimeOfTheDayAcrossChangesOfClocks(
            @ForAll("moments") Instant moment,
            @ForAll("officeRegions") String region,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double partOfDay,
            @ForAll @IntRange(min = 1, max = 250) int days) {
        ZoneId zone = CALENDAR.zone(region);
        Instant atWork = CALENDAR.plus(moment, partOfDay, region);
        assertThat(CALENDAR.plus(atWork, days, region).atZone(zone).toLocalTime())
                .isEqualTo(atWork.atZone(zone).toLocalTime());
    }

    @Property
    void deadlineIsNeverOnWeekendNorOnFixedHoliday(@ForAll("moments") Instant from, @ForAll("amounts") double days) {
        ZonedDateTime due = CALENDAR.plus(from, days, "DE").atZone(CALENDAR.zone("DE"));
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(MonthDay.from(due))
                .isNotIn(
                        MonthDay.of(1, 1),
                        MonthDay.of(5, 1),
                        MonthDay.of(10, 3),
                        MonthDay.of(12, 25),
                        MonthDay.of(12, 26));
    }

    @Provide
    Arbitrary<Instant> moments() {
        long first = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2040-12-31T23:59:59Z").getEpochSecond();
        return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<String> regions() {
        return Arbitraries.of("EU", "DE", "FR", "UK", "GB", "US", "CH", "IN", "JP", "BR", "night", "gulf", "elsewhere");
    }

    @Provide
    Arbitrary<String> officeRegions() {
        return regions().filter(region -> !region.equals("night"));
    }

    @Provide
    Arbitrary<Double> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 60),
                Arbitraries.integers().between(0, 60).map(Integer::doubleValue),
                Arbitraries.integers().between(0, 480).map(hours -> hours / 8.0));
    }

    private static Duration length(double days) {
        return Duration.ofSeconds(Math.round(days * DAY.toSeconds()));
    }
}
