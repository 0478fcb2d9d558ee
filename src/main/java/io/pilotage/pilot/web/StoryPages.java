package io.pilotage.pilot.web;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.TrailSentences;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;

/** The story of a case, page by page, newest first. */
@Component
class StoryPages {

    private static final int PAGE_SIZE = 20;
    private static final Set<String> ALARMS = Set.of("escalated", "refused", "pilotWithdrawn", "pilotStopped");

    private final Trail trail;
    private final TrailSentences sentences;
    private final CaseWords words;
    private final Times times;

    StoryPages(Trail trail, TrailSentences sentences, CaseWords words, Times times) {
        this.trail = trail;
        this.sentences = sentences;
        this.words = words;
        this.times = times;
    }

    /**
     * One entry.
     *
     * @param role in whose name the person acted, if any
     * @param onBehalfOf for whom a deputy or superior acted, if any
     * @param reason in the person's own words; empty when none was given
     */
    record Row(
            String at,
            String who,
            @Nullable String role,
            @Nullable String onBehalfOf,
            String sentence,
            String reason,
            boolean alarm) {}

    Slice<Row> of(Pilot pilot, StoryKind kind, int page) {
        return trail.of(pilot.key(), kind.filter(), PageRequest.of(Math.max(0, page), PAGE_SIZE))
                .map(recorded -> row(pilot, recorded.entry()));
    }

    private Row row(Pilot pilot, TrailEntry entry) {
        return new Row(
                times.moment(pilot, entry.at()),
                words.person(entry.actor()),
                entry.role() == null || entry.actor().equals(TrailEntry.PRODUCT) ? null : words.role(entry.role()),
                entry.onBehalfOf() == null ? null : words.person(entry.onBehalfOf()),
                sentences.of(entry),
                sentences.reason(entry),
                ALARMS.contains(entry.kind()));
    }
}
