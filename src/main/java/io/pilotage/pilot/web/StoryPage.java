package io.pilotage.pilot.web;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.FieldsRefused;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole trail of a case, by kind, person and phase; each entry opens to what the person saw and answered. */
@Controller
class StoryPage {

    private static final int PAGE_SIZE = 25;
    private static final int LAST_PAGE = 10_000;

    private final PilotManagement pilots;
    private final CaseReaders readers;
    private final Trail trail;
    private final OpenedEntries entries;
    private final CaseWords words;

    StoryPage(PilotManagement pilots, CaseReaders readers, Trail trail, OpenedEntries entries, CaseWords words) {
        this.pilots = pilots;
        this.readers = readers;
        this.trail = trail;
        this.entries = entries;
        this.words = words;
    }

    /** @param kind, person, phase what alone is shown; empty shows all */
    @GetMapping("/pilots/{key}/story")
    String show(
            @PathVariable String key,
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "0") int page,
            Authentication reader,
            Locale language,
            Model view) {
        readers.admit(reader);
        Pilot pilot = pilots.find(key).orElseThrow(() -> new UnknownPilot(key));
        StoryKind chosen = StoryKind.ofCode("kind", kind);
        mustBePhase(phase);
        TrailFilter filter =
                chosen.filter().by(person.isBlank() ? null : person).inPhase(phase.isBlank() ? null : phase);
        view.addAttribute("key", key);
        view.addAttribute("title", pilot.proposal().title());
        view.addAttribute("kinds", StoryKind.values());
        view.addAttribute("kind", chosen);
        view.addAttribute("persons", persons(key));
        view.addAttribute("person", person);
        view.addAttribute("phases", phases());
        view.addAttribute("phase", phase);
        view.addAttribute(
                "entries",
                trail.of(key, filter, PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE))
                        .map(recorded -> entries.opened(pilot, recorded, language)));
        return "pilot/story";
    }

    private static void mustBePhase(String process) {
        List<String> known = Arrays.stream(Phase.values()).map(Phase::process).toList();
        if (!process.isBlank() && !known.contains(process)) {
            throw FieldsRefused.of("phase", "site.input.choice", "phase", process, String.join(", ", known));
        }
    }

    private Map<String, String> persons(String key) {
        Map<String, String> persons = new LinkedHashMap<>();
        trail.actorsOf(key).forEach(actor -> persons.put(actor, words.person(actor)));
        persons.put(TrailEntry.PRODUCT, words.person(TrailEntry.PRODUCT));
        return persons;
    }

    private Map<String, String> phases() {
        Map<String, String> phases = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            phases.put(phase.process(), words.phase(phase));
        }
        return phases;
    }
}
