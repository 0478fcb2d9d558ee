package io.pilotage.roi.web;

import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.seal.Seal;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealReading;
import io.pilotage.seal.SealedLine;
import io.pilotage.seal.Seals;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The decision contract as it was sealed, on one page, ready to be printed (R79 to R81). */
@Controller
class DecisionContractPage {

    private final Seals seals;
    private final SealReading reading;
    private final PilotManagement pilots;
    private final CasePowers powers;
    private final CaseWords words;
    private final Clock clock;

    DecisionContractPage(
            Seals seals, SealReading reading, PilotManagement pilots, CasePowers powers, CaseWords words, Clock clock) {
        this.seals = seals;
        this.reading = reading;
        this.pilots = pilots;
        this.powers = powers;
        this.words = words;
        this.clock = clock;
    }

    /** Who put their name under it, and when. */
    record Acceptance(String who, String at) {}

    /** An error that is acceptable in one situation. */
    record Scenario(String situation, String acceptableError) {}

    @GetMapping("/pilots/{key}/decision-contract")
    String show(@PathVariable String key, Authentication reader, Model view) {
        if (!powers.mayRead(reader.getName())) {
            throw new AccessDeniedException("pilot.read.noRole");
        }
        Pilot pilot = pilots.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        view.addAttribute("key", key);
        view.addAttribute("title", pilot.proposal().title());
        Seal seal = seals.signed(key, SealKind.DECISION_CONTRACT).orElse(null);
        view.addAttribute("seal", seal);
        if (seal != null) {
            Map<String, String> terms = terms(seal);
            view.addAttribute("terms", terms);
            view.addAttribute("scenarios", scenarios(terms));
            view.addAttribute("acceptances", acceptances(seal));
            view.addAttribute("ends", terms.containsKey("contractEnds") ? day(terms.get("contractEnds")) : null);
            view.addAttribute("expired", isExpired(terms.get("contractEnds")));
        }
        return "roi/decision-contract";
    }

    /** The fields of the sealed text by their way, persons by their names. */
    private Map<String, String> terms(Seal seal) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (SealedLine line : reading.lines(seal)) {
            String value = line.value();
            terms.put(
                    String.join("/", line.way()),
                    value == null ? words.say("trail.erasedWords") : line.personal() ? words.person(value) : value);
        }
        return terms;
    }

    private static List<Scenario> scenarios(Map<String, String> terms) {
        List<Scenario> scenarios = new ArrayList<>();
        while (terms.containsKey("scenarios/" + scenarios.size() + "/situation")) {
            String way = "scenarios/" + scenarios.size();
            scenarios.add(new Scenario(
                    String.valueOf(terms.get(way + "/situation")),
                    String.valueOf(terms.get(way + "/acceptableError"))));
        }
        return scenarios;
    }

    /** Who accepted it; those who signed the money case saw it, and are named on its own page. */
    private List<Acceptance> acceptances(Seal seal) {
        return seals.signatures(seal.pilotKey()).stream()
                .filter(signature -> signature.kind() == seal.kind()
                        && signature.version() == seal.version()
                        && signature.meaning().equals("contract"))
                .map(signature -> new Acceptance(
                        String.join(
                                ", ",
                                reading.signers(signature).stream()
                                        .map(words::person)
                                        .toList()),
                        day(signature.signedAt())))
                .toList();
    }

    private boolean isExpired(@Nullable String lastDay) {
        return lastDay != null
                && LocalDate.parse(lastDay).isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private String day(Instant at) {
        return format().format(at.atOffset(ZoneOffset.UTC));
    }

    private String day(@Nullable String day) {
        return day == null ? "" : format().format(LocalDate.parse(day));
    }

    private DateTimeFormatter format() {
        return DateTimeFormatter.ofPattern(words.say("pilot.case.date"), LocaleContextHolder.getLocale());
    }
}
