package io.pilotage.dossier.web;

import io.pilotage.dossier.Export;
import io.pilotage.dossier.ExportManagement;
import io.pilotage.dossier.ExportRunner;
import io.pilotage.pilot.CaseWords;
import io.pilotage.portfolio.PortfolioFilter;
import io.pilotage.workflow.FieldsRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports by calls: the same steps as on the page. What is wrong is said as RFC 9457 has it. */
@RestController
@RequestMapping("/api/exports")
class ExportApi {

    private final ExportManagement exports;
    private final ExportRunner runner;
    private final ExportFiles files;
    private final CaseWords words;

    ExportApi(ExportManagement exports, ExportRunner runner, ExportFiles files, CaseWords words) {
        this.exports = exports;
        this.runner = runner;
        this.files = files;
        this.words = words;
    }

    /** @param asked the parameters of the portfolio page say which pilots */
    @PostMapping
    ResponseEntity<ExportView> ask(
            @RequestParam Export.Kind kind,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam Map<String, String> asked,
            Principal person) {
        Export export = exports.ask(kind, spoken(language), PortfolioFilter.asked(asked), person.getName());
        runner.start(export.id());
        return ResponseEntity.created(URI.create("/api/exports/" + export.id())).body(report(export.id()));
    }

    @GetMapping("/{id}")
    ExportView report(@PathVariable String id) {
        return ExportView.of(exports.get(id), exports.progress(id), words);
    }

    @GetMapping("/{id}/file")
    void file(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        files.write(exports.fetch(id, person.getName()), response);
    }

    private static Locale spoken(String language) {
        String code = Locale.forLanguageTag(language).getLanguage();
        return Export.LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(code))
                .findFirst()
                .orElseThrow(() -> FieldsRefused.of("language", "site.input.choice", "language", language, "en, de"));
    }
}
