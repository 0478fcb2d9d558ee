package io.pilotage.businesscase.web;

import io.pilotage.businesscase.Assumptions;
import io.pilotage.businesscase.ValueFigures;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.WatchedLimit;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What all pilots are worth together, and which limits decide next. */
@Controller
class ValuePages {

    private static final int MOST = 200;

    private final Readers readers;
    private final ValueFigures figures;
    private final Assumptions assumptions;
    private final LimitWatch limits;
    private final PilotManagement pilots;

    ValuePages(
            Readers readers, ValueFigures figures, Assumptions assumptions, LimitWatch limits, PilotManagement pilots) {
        this.readers = readers;
        this.figures = figures;
        this.assumptions = assumptions;
        this.limits = limits;
        this.pilots = pilots;
    }

    /** A watched limit with the title of its pilot. */
    record Watched(String key, String title, BusinessCasePage.LimitRow row) {}

    @GetMapping("/portfolio/value")
    String value(Authentication reader, Model view) {
        readers.admit(reader);
        view.addAttribute("units", figures.byUnit());
        view.addAttribute("phases", figures.byPhase());
        view.addAttribute("assumptions", assumptions.ofMeasuredAndSigned());
        return "businesscase/value";
    }

    @GetMapping("/portfolio/criteria")
    String criteria(Authentication reader, Model view) {
        readers.admit(reader);
        List<WatchedLimit> next = limits.next(MOST);
        view.addAttribute("limits", next.stream().map(this::watched).toList());
        view.addAttribute("most", MOST);
        view.addAttribute("assumptions", assumptions.ofMeasuredAndSigned());
        return "businesscase/criteria";
    }

    private Watched watched(WatchedLimit limit) {
        String key = limit.pilotKey();
        return new Watched(
                key, pilots.find(key).map(pilot -> pilot.proposal().title()).orElse(key), BusinessCasePage.row(limit));
    }
}
