package io.pilotage.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts time as people at work have it: working hours of working days of a region.
 *
 * <p>A region is a code such as {@code DE}, upper or lower case; a pilot in several regions counts in its home region,
 * the first one it names. A region without a calendar, or none, has weekends only and works in UTC. A business day is
 * the length of the region's working hours, eight unless configured ({@code pilotage.calendar.<region>.*}), so half a
 * day is four hours.
 */
@Component
public class BusinessCalendar {

    private final Map<String, RegionCalendar> regions;
    private final RegionCalendar others;

    BusinessCalendar(CalendarProperties properties) {
        this.regions = properties.calendar().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        region -> normalised(region.getKey()),
                        region -> RegionCalendar.of(region.getKey(), region.getValue())));
        this.others = RegionCalendar.of("other", CalendarProperties.Region.WEEKENDS_ONLY);
    }

    /**
     * The moment at which the amount of business time has passed, always within working hours; the end of a day rather
     * than the beginning of the next one.
     *
     * @param businessDays zero or more, fractions allowed, counted to the second; zero leads from outside of working
     *     hours to the next opening
     */
    public Instant plus(Instant from, double businessDays, @Nullable String region) {
        RegionCalendar calendar = of(region);
        return calendar.plus(from, calendar.length(businessDays));
    }

    /** The moment at which the working time, as {@link #between} counts it, has passed from the given one. */
    public Instant plus(Instant from, Duration workingTime, @Nullable String region) {
        return of(region).plus(from, workingTime);
    }

    /**
     * The latest moment from which the amount of business time passes until the given one; the beginning of a day
     * rather than the end of the one before.
     *
     * @param businessDays as for {@link #plus}
     */
    public Instant minus(Instant until, double businessDays, @Nullable String region) {
        RegionCalendar calendar = of(region);
        return calendar.minus(until, calendar.length(businessDays));
    }

    /** Working time between two moments, in hours, minutes and seconds; negative when the second one is earlier. */
    public Duration between(Instant from, Instant until, @Nullable String region) {
        return of(region).between(from, until);
    }

    /** Business days between two moments, the measure of the service levels: {@link #between} as days and fractions. */
    public double daysBetween(Instant from, Instant until, @Nullable String region) {
        RegionCalendar calendar = of(region);
        return calendar.days(calendar.between(from, until));
    }

    /** Whether people of the region are at work at the moment. */
    public boolean isWorkingTime(Instant moment, @Nullable String region) {
        return of(region).isWorkingTime(moment);
    }

    /** The time zone in which people of the region read a deadline. */
    public ZoneId zone(@Nullable String region) {
        return of(region).zone();
    }

    private RegionCalendar of(@Nullable String region) {
        return region == null ? others : regions.getOrDefault(normalised(region), others);
    }

    private static String normalised(String region) {
        return region.toLowerCase(Locale.ROOT);
    }
}
