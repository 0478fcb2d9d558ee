package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.workflow.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments of a case in the time zone of its home region and the reader's language. */
@Component
class Times {

    private final BusinessCalendar calendar;
    private final CaseWords words;

    Times(BusinessCalendar calendar, CaseWords words) {
        this.calendar = calendar;
        this.words = words;
    }

    String moment(Pilot pilot, Instant at) {
        return format("pilot.case.time").format(at.atZone(zone(pilot)));
    }

    String day(Pilot pilot, Instant at) {
        return format("pilot.case.date").format(at.atZone(zone(pilot)));
    }

    String day(LocalDate day) {
        return format("pilot.case.date").format(day);
    }

    /** For machines: with the offset of the region. */
    OffsetDateTime offset(Pilot pilot, Instant at) {
        return at.atZone(zone(pilot)).toOffsetDateTime();
    }

    private ZoneId zone(Pilot pilot) {
        return calendar.zone(pilot.proposal().homeRegion());
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(words.say(key), LocaleContextHolder.getLocale());
    }
}
