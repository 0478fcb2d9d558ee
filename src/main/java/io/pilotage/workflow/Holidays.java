package io.pilotage.workflow;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public holidays of a country and the closing days of the organisation, worked out once per year. */
final class Holidays implements Predicate<LocalDate> {

    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();
    private final String calendar;
    private final String[] parts;
    private final List<String> closed;
    private final List<String> open;

    private Holidays(String country, List<String> closed, List<String> open) {
        String[] codes = country.toLowerCase(Locale.ROOT).split("-", -1);
        this.calendar = codes[0];
        this.parts = Arrays.copyOfRange(codes, 1, codes.length);
        this.closed = closed;
        this.open = open;
    }

    /** @throws IllegalArgumentException when there is no such country, part of it, or day */
    static Predicate<LocalDate> of(CalendarProperties.Region region) {
        Holidays holidays = new Holidays(region.country(), region.closed(), region.open());
        holidays.requireKnown();
        Stream.concat(region.closed().stream(), region.open().stream()).forEach(day -> date(day, 2028));
        return holidays;
    }

    @Override
    public boolean test(LocalDate day) {
        return byYear.computeIfAbsent(day.getYear(), this::in).contains(day);
    }

    private Set<LocalDate> in(int year) {
        Stream<LocalDate> days = Stream.concat(legal(year), dates(closed, year));
        Set<LocalDate> worked = dates(open, year).collect(Collectors.toSet());
        return days.filter(day -> !worked.contains(day)).collect(Collectors.toUnmodifiableSet());
    }

    /** A holiday moved off a weekend counts on the day it is moved to. */
    private Stream<LocalDate> legal(int year) {
        if (calendar.isEmpty()) {
            return Stream.empty();
        }
        return HolidayManager.getInstance(ManagerParameters.create(calendar))
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts)
                .stream()
                .map(Holiday::getDate);
    }

    /** Looks into the library's files instead of loading them, which costs half a second at every start. */
    private void requireKnown() {
        String file = "holidays/Holidays_" + calendar + ".xml";
        if (calendar.isEmpty()) {
            return;
        }
        try (InputStream rules = HolidayManager.class.getClassLoader().getResourceAsStream(file)) {
            String text = rules == null ? "" : new String(rules.readAllBytes(), StandardCharsets.UTF_8);
            Stream.concat(Stream.of(calendar), Arrays.stream(parts))
                    .filter(code -> !text.contains("hierarchy=\"" + code + "\""))
                    .findFirst()
                    .ifPresent(code -> {
                        throw new IllegalArgumentException("no holidays are known for country " + code);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<LocalDate> dates(List<String> days, int year) {
        return days.stream().map(day -> date(day, year)).filter(day -> day.getYear() == year);
    }

    private static LocalDate date(String day, int year) {
        return day.length() == "12-24".length() ? MonthDay.parse("--" + day).atYear(year) : LocalDate.parse(day);
    }
}
