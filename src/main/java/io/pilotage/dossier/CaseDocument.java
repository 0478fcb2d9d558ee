package io.pilotage.dossier;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.pilot.Pilot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a case as a document for people. */
@Component
class CaseDocument {

    private static final List<String> CHAPTERS =
            List.of("missing", "agreed", "decisions", "statements", "happenings", "files", "drawings");

    private final CaseReports reports;
    private final ITemplateEngine templates;
    private final Press press;

    CaseDocument(CaseReports reports, ITemplateEngine templates, Press press) {
        this.reports = reports;
        this.templates = templates;
        this.press = press;
    }

    /** What a board reads of the case, in this language. */
    CaseSummary summary(Pilot pilot, List<RecordedEntry> entries, ModelsInForce.Found rules, Locale language) {
        return Language.speak(language, () -> CaseSummary.of(pilot, reports.of(pilot, entries, rules)));
    }

    /** The PDF: the same bytes each time for the same entries of a case that no longer changes. */
    byte[] pdf(Pilot pilot, List<RecordedEntry> entries, ModelsInForce.Found rules, Locale language) {
        return Language.speak(language, () -> {
            CaseReport report = reports.of(pilot, entries, rules);
            return pdf(report, reports.drawings(pilot.key(), press.lettering()), language);
        });
    }

    /** The PDF of a report that is there already. */
    byte[] pdf(CaseReport report, Map<String, ModelDrawing> drawings, Locale language) {
        Map<String, Object> told =
                Map.of("report", report, "chapters", CHAPTERS, "none", List.of(), "page", new OnePage());
        return press.print(templates.process("dossier/case", new Context(language, told)), report.asOf(), drawings);
    }
}
