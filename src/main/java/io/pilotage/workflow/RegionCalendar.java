package io.pilotage.workflow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The working hours and working days of one region, as a line of time with gaps. */
record RegionCalendar(
        ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> weekend, Predicate<LocalDate> holidays) {

    /** Longer than any deadline or retention; a typing error must not count for minutes. */
    private static final double LONGEST = 25_000;

    /** @throws InvalidConfigurationPropertyValueException naming the region when its properties make no sense */
    static RegionCalendar of(String region, CalendarProperties.Region properties) {
        try {
            String[] hours = properties.hours().split("-", 2);
            return new RegionCalendar(
                    properties.zone(),
                    LocalTime.parse(hours[0]),
                    LocalTime.parse(hours[1]),
                    Set.copyOf(properties.weekend()),
                    Holidays.of(properties));
        } catch (RuntimeException e) {
            throw new InvalidConfigurationPropertyValueException(
                    "pilotage.calendar." + region, properties, String.valueOf(e.getMessage()));
        }
    }

    RegionCalendar {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("hours must open before they close, as in 09:00-17:00");
        }
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("weekend must leave a day to work");
        }
    }

    /** Working time that so many business days are. */
    Duration length(double businessDays) {
        if (!(businessDays >= 0 && businessDays <= LONGEST)) {
            throw new IllegalArgumentException("Not an amount of business days: " + businessDays);
        }
        return Duration.ofSeconds(Math.round(businessDays * day().toSeconds()));
    }

    /** Business days that so much working time is. */
    double days(Duration workingTime) {
        return (double) workingTime.toMillis() / day().toMillis();
    }

    Instant plus(Instant from, Duration amount) {
        Duration left = amount;
        for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
            Instant begin = later(from, opening(day));
            Duration available = Duration.between(begin, closing(day));
            if (isWorkingDay(day) && !available.isNegative()) {
                if (left.compareTo(available) <= 0) {
                    return begin.plus(left);
                }
                left = left.minus(available);
            }
        }
    }

    Instant minus(Instant until, Duration amount) {
        Duration left = amount;
        for (LocalDate day = dayOf(until); ; day = day.minusDays(1)) {
            Instant end = earlier(until, closing(day));
            Duration available = Duration.between(opening(day), end);
            if (isWorkingDay(day) && !available.isNegative()) {
                if (left.compareTo(available) <= 0) {
                    return end.minus(left);
                }
                left = left.minus(available);
            }
        }
    }

    Duration between(Instant from, Instant until) {
        if (until.isBefore(from)) {
            return between(until, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(until);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            Duration worked = Duration.between(later(from, opening(day)), earlier(until, closing(day)));
            if (isWorkingDay(day) && !worked.isNegative()) {
                sum = sum.plus(worked);
            }
        }
        return sum;
    }

    boolean isWorkingTime(Instant moment) {
        LocalDate day = dayOf(moment);
        return isWorkingDay(day) && !moment.isBefore(opening(day)) && !moment.isAfter(closing(day));
    }

    private boolean isWorkingDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.test(day);
    }

    private Duration day() {
        return Duration.between(opens, closes);
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
