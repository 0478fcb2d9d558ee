package io.pilotage.workflow;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Working time of each region as configured; the product's own values are in {@code calendar.properties}.
 *
 * @param calendar regions by code
 */
@ConfigurationProperties("pilotage")
record CalendarProperties(@DefaultValue Map<String, Region> calendar) {

    /**
     * One region.
     *
     * @param zone time zone of the working hours
     * @param country whose public holidays count: a country's code, or with its part as in {@code de-by}; empty for none
     * @param hours from and to on each working day
     * @param weekend days of the week on which nobody works
     * @param closed further days on which nobody works: {@code 12-24} each year or {@code 2026-12-28} once
     * @param open public holidays on which people work all the same, written the same way
     */
    record Region(
            @DefaultValue("UTC") ZoneId zone,
            @DefaultValue("") String country,
            @DefaultValue("09:00-17:00") String hours,
            @DefaultValue({"saturday", "sunday"}) Set<DayOfWeek> weekend,
            @DefaultValue List<String> closed,
            @DefaultValue List<String> open) {

        static final Region WEEKENDS_ONLY = new Region(
                ZoneOffset.UTC, "", "09:00-17:00", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(), List.of());
    }
}
