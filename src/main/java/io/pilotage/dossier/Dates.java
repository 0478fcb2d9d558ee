package io.pilotage.dossier;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.workflow.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and moments of a case as documents say them. */
@Component
class Dates {

    private final CaseWords words;
    private final BusinessCalendar calendar;

    Dates(CaseWords words, BusinessCalendar calendar) {
        this.words = words;
        this.calendar = calendar;
    }

    /** In the time zone of the case's home region. */
    String moment(Pilot pilot, Instant at) {
        return format("pilot.case.time")
                .format(at.atZone(calendar.zone(pilot.proposal().homeRegion())));
    }

    String day(Pilot pilot, Instant at) {
        return day(at.atZone(calendar.zone(pilot.proposal().homeRegion())).toLocalDate());
    }

    String day(LocalDate day) {
        return format("pilot.case.date").format(day);
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(words.say(key), LocaleContextHolder.getLocale());
    }
}
