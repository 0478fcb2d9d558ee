package io.pilotage.operations.web;

import io.pilotage.identity.People;
import io.pilotage.operations.Emergency;
import io.pilotage.operations.EmergencyManagement;
import io.pilotage.workflow.RefusalLog;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.SignatureMissing;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which one administrator asks that a case be put back, and another one confirms it. */
@Controller
@RequestMapping("/operations/emergencies")
class EmergencyPage {

    private static final int MOST = 50;

    private final EmergencyManagement emergencies;
    private final People people;
    private final OperationsWords words;
    private final RefusalSentences refusals;
    private final RefusalLog log;
    private final Clock clock;

    EmergencyPage(
            EmergencyManagement emergencies,
            People people,
            OperationsWords words,
            RefusalSentences refusals,
            RefusalLog log,
            Clock clock) {
        this.emergencies = emergencies;
        this.people = people;
        this.words = words;
        this.refusals = refusals;
        this.log = log;
        this.clock = clock;
    }

    /** Somewhere the case may be put back to. @param value place and step, as the form sends them */
    record Way(String value, String from, String to) {}

    /** Something that was asked for. @param state suffix of {@code operations.emergency.state.} */
    record Row(
            String id,
            String pilotKey,
            String from,
            String to,
            String reason,
            String askedBy,
            String askedAt,
            String state,
            @Nullable String closedBy,
            boolean waits,
            boolean mine) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "") String pilot, Principal person, Model view) {
        return page(pilot.strip(), person, view);
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String pilot,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Locale language,
            HttpServletResponse response,
            Model view) {
        int between = way.lastIndexOf(' ');
        String place = way.substring(0, Math.max(0, between));
        String step = way.substring(between + 1);
        view.addAttribute("reason", reason);
        view.addAttribute("way", way);
        return step(
                pilot.strip(),
                () -> emergencies.ask(pilot.strip(), place, step, reason, person.getName()),
                person,
                language,
                response,
                view);
    }

    @PostMapping("/{id}/confirmed")
    String confirm(
            @PathVariable String id, Principal person, Locale language, HttpServletResponse response, Model view) {
        return step("", () -> emergencies.confirm(id, person.getName()), person, language, response, view);
    }

    @PostMapping("/{id}/turned-down")
    String turnDown(
            @PathVariable String id, Principal person, Locale language, HttpServletResponse response, Model view) {
        return step("", () -> emergencies.turnDown(id, person.getName()), person, language, response, view);
    }

    private String step(
            String pilot, Runnable step, Principal person, Locale language, HttpServletResponse response, Model view) {
        try {
            step.run();
            return "redirect:/operations/emergencies";
        } catch (SignatureMissing unsigned) {
            return "redirect:" + unsigned.place().orElse("/operations/emergencies");
        } catch (Refused refused) {
            log.onAdministration(person.getName(), refused);
            response.setStatus(HttpStatus.CONFLICT.value());
            view.addAttribute("refused", refusals.of(refused, language));
            view.addAttribute("wrong", refusals.byField(refused, language));
            return page(pilot, person, view);
        }
    }

    private String page(String pilot, Principal person, Model view) {
        view.addAttribute("pilot", pilot);
        view.addAttribute("minutes", Emergency.VALID.toMinutes());
        view.addAttribute("ways", pilot.isEmpty() ? List.of() : ways(pilot));
        view.addAttribute(
                "rows",
                emergencies.latest(MOST).stream()
                        .map(one -> row(one, person.getName()))
                        .toList());
        return "operations/emergencies";
    }

    private List<Way> ways(String pilot) {
        return emergencies.places(pilot).stream()
                .flatMap(place -> place.steps().stream()
                        .map(step -> new Way(place.id() + " " + step, steps(place.elements()), words.step(step))))
                .toList();
    }

    private String steps(List<String> elements) {
        return elements.stream().map(words::step).collect(Collectors.joining(", "));
    }

    private Row row(Emergency one, String reader) {
        boolean waits = one.waits(clock.instant());
        return new Row(
                one.id(),
                one.pilotKey(),
                steps(one.standsAt()),
                words.step(one.step()),
                one.reason(),
                people.nameOf(one.askedBy()),
                words.moment(one.askedAt()),
                one.state() == Emergency.State.ASKED && !waits
                        ? "TOO_LATE"
                        : one.state().name(),
                one.closedBy() == null ? null : people.nameOf(one.closedBy()),
                waits,
                one.askedBy().equals(reader));
    }
}
