package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Deadlines as people count them, on days one can look up. */
class BusinessCalendarTests {

    private final BusinessCalendar calendar = Calendars.own();

    @ParameterizedTest(name = "{1} + {2} d in {0} = {3}")
    @CsvSource({
        // weekends
        "DE, 2026-03-06T16:00, 1, 2026-03-09T16:00",
        "DE, 2026-03-06T16:00, 0.5, 2026-03-09T12:00",
        "DE, 2026-03-07T11:00, 1, 2026-03-09T17:00",
        "DE, 2026-03-08T23:59, 0, 2026-03-09T09:00",
        "DE, 2026-03-06T03:00, 1, 2026-03-06T17:00",
        "DE, 2026-03-06T17:00, 0, 2026-03-06T17:00",
        "DE, 2026-03-06T17:00, 1, 2026-03-09T17:00",
        "DE, 2026-03-06T12:00, 10, 2026-03-20T12:00",
        "DE, 2026-03-06T12:00, 0.125, 2026-03-06T13:00",
        // Christmas and New Year, moved where the country moves it
        "DE, 2026-12-24T12:00, 1, 2026-12-28T12:00",
        "UK, 2026-12-24T12:00, 1, 2026-12-29T12:00",
        "US, 2026-12-24T12:00, 1, 2026-12-28T12:00",
        "US, 2027-12-23T12:00, 1, 2027-12-27T12:00",
        "EU, 2026-12-31T12:00, 1, 2027-01-04T12:00",
        // days that only one country has
        "US, 2026-11-25T12:00, 1, 2026-11-27T12:00",
        "DE, 2026-11-25T12:00, 1, 2026-11-26T12:00",
        "FR, 2026-07-13T12:00, 1, 2026-07-15T12:00",
        "UK, 2026-08-28T12:00, 1, 2026-09-01T12:00",
        "CH, 2025-07-31T12:00, 1, 2025-08-04T12:00",
        "IN, 2026-01-23T12:00, 1, 2026-01-27T12:00",
        "BR, 2026-09-04T12:00, 1, 2026-09-08T12:00",
        "JP, 2026-09-18T12:00, 1, 2026-09-24T12:00",
        "JP, 2025-12-22T12:00, 1, 2025-12-23T12:00",
        "EU, 2026-07-20T12:00, 1, 2026-07-21T12:00",
        // the clocks change between the two days
        "DE, 2026-03-27T16:00, 1, 2026-03-30T16:00",
        "DE, 2026-10-23T16:00, 1, 2026-10-26T16:00",
        "US, 2026-03-06T16:00, 1, 2026-03-09T16:00",
    })
    void deadlineIsThatManyWorkingDaysLater(String region, LocalDateTime from, double days, LocalDateTime due) {
        ZoneId zone = calendar.zone(region);
        assertThat(calendar.plus(from.atZone(zone).toInstant(), days, region).atZone(zone))
                .isEqualTo(due.atZone(zone));
    }

    @ParameterizedTest(name = "{1} - {2} d in {0} = {3}")
    @CsvSource({
        "DE, 2026-03-09T16:00, 2, 2026-03-05T16:00",
        "DE, 2026-03-09T09:00, 1, 2026-03-06T09:00",
        "DE, 2026-03-08T12:00, 0, 2026-03-06T17:00",
        "US, 2026-11-27T12:00, 1, 2026-11-25T12:00",
    })
    void reminderIsThatManyWorkingDaysEarlier(String region, LocalDateTime due, double days, LocalDateTime reminder) {
        ZoneId zone = calendar.zone(region);
        assertThat(calendar.minus(due.atZone(zone).toInstant(), days, region).atZone(zone))
                .isEqualTo(reminder.atZone(zone));
    }

    @Test
    void onlyWorkingTimeIsCounted() {
        Instant fridayNoon = berlin("2026-03-06T12:00");
        Instant mondayNoon = berlin("2026-03-09T12:00");
        assertThat(calendar.between(fridayNoon, mondayNoon, "DE")).isEqualTo(Duration.ofHours(8));
        assertThat(calendar.between(mondayNoon, fridayNoon, "DE")).isEqualTo(Duration.ofHours(-8));
        assertThat(calendar.daysBetween(fridayNoon, mondayNoon, "DE")).isEqualTo(1.0);
        assertThat(calendar.between(berlin("2026-03-07T10:00"), berlin("2026-03-08T10:00"), "DE"))
                .isZero();
    }

    @Test
    void regionIsKnownInUpperAndLowerCase() {
        assertThat(calendar.zone("de")).isEqualTo(calendar.zone("DE")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(calendar.zone("GB")).isEqualTo(calendar.zone("UK"));
    }

    @Test
    void unknownRegionHasWeekendsOnly() {
        Instant christmasEve = Instant.parse("2026-12-24T12:00:00Z");
        assertThat(calendar.plus(christmasEve, 1, "Atlantis")).isEqualTo("2026-12-25T12:00:00Z");
        assertThat(calendar.plus(christmasEve, 2, null)).isEqualTo("2026-12-28T12:00:00Z");
        assertThat(calendar.zone("Atlantis")).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void weekendMayBeFridayAndSaturday() {
        var configured =
                Calendars.with(Map.of("sa.zone", "Asia/Riyadh", "sa.country", "sa", "sa.weekend", "friday,saturday"));
        Instant thursdayNoon = LocalDateTime.parse("2026-02-05T12:00")
                .atZone(ZoneId.of("Asia/Riyadh"))
                .toInstant();
        assertThat(configured.plus(thursdayNoon, 1, "SA")).isEqualTo(thursdayNoon.plus(Duration.ofDays(3)));
    }

    @Test
    void businessDayIsAsLongAsTheConfiguredHours() {
        var configured = Calendars.with(Map.of("de.hours", "08:00-14:00"));
        assertThat(configured.plus(berlin("2026-03-06T08:00"), 0.5, "DE")).isEqualTo(berlin("2026-03-06T11:00"));
        assertThat(configured.plus(berlin("2026-03-06T12:00"), 1, "DE")).isEqualTo(berlin("2026-03-09T12:00"));
    }

    @Test
    void partOfCountryHasItsOwnHolidays() {
        var configured = Calendars.with(Map.of("by.zone", "Europe/Berlin", "by.country", "de-by"));
        Instant dayBeforeEpiphany = berlin("2026-01-05T12:00");
        assertThat(configured.plus(dayBeforeEpiphany, 1, "by")).isEqualTo(berlin("2026-01-07T12:00"));
        assertThat(configured.plus(dayBeforeEpiphany, 1, "de")).isEqualTo(berlin("2026-01-06T12:00"));
    }

    @Test
    void closingDaysOfTheOrganisationAreFree() {
        var configured = Calendars.with(Map.of("de.closed", "12-24,2026-12-28", "de.open", "01-01"));
        assertThat(configured.plus(berlin("2026-12-23T12:00"), 1, "DE")).isEqualTo(berlin("2026-12-29T12:00"));
        assertThat(configured.plus(berlin("2027-12-23T12:00"), 1, "DE")).isEqualTo(berlin("2027-12-27T12:00"));
        assertThat(configured.plus(berlin("2026-12-31T12:00"), 1, "DE")).isEqualTo(berlin("2027-01-01T12:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de.country=xx",
                "de.country=de-xx",
                "de.hours=17:00-09:00",
                "de.hours=nine to five",
                "de.weekend=monday,tuesday,wednesday,thursday,friday,saturday,sunday",
                "de.closed=24.12."
            })
    void senselessRegionIsRefusedAtStart(String configured) {
        String[] entry = configured.split("=");
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> Calendars.with(Map.of(entry[0], entry[1])))
                .satisfies(refused -> {
                    assertThat(refused.getName()).isEqualTo("pilotage.calendar.de");
                    assertThat(refused.getReason()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
    void senselessAmountIsRefused(double days) {
        Instant now = Instant.parse("2026-03-06T12:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plus(now, days, "DE"));
    }

    private static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }
}
