package io.pilotage.dossier.web;

import io.pilotage.dossier.Export;
import io.pilotage.dossier.ExportManagement;
import io.pilotage.dossier.ExportRunner;
import io.pilotage.pilot.CaseWords;
import io.pilotage.portfolio.PortfolioFilter;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Dossiers and board packs over many pilots: ask for one, watch it, fetch it. */
@Controller
@RequestMapping("/portfolio/exports")
class ExportPages {

    private final ExportManagement exports;
    private final ExportRunner runner;
    private final ExportFiles files;
    private final CaseWords words;

    ExportPages(ExportManagement exports, ExportRunner runner, ExportFiles files, CaseWords words) {
        this.exports = exports;
        this.runner = runner;
        this.files = files;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "exports",
                exports.latest().stream()
                        .map(export -> ExportView.of(export, exports.progress(export.id()), words))
                        .toList());
        return "dossier/exports";
    }

    /** @param asked the parameters of the portfolio page say which pilots */
    @PostMapping
    String ask(
            @RequestParam Export.Kind kind,
            @RequestParam Map<String, String> asked,
            Principal person,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            Export export = exports.ask(kind, locale, PortfolioFilter.asked(asked), person.getName());
            runner.start(export.id());
            return "redirect:/portfolio/exports/" + export.id();
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", words.say(refused.messageKey(), refused.arguments()));
            return list(model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        view(id, model);
        return "dossier/export";
    }

    /** The part of the page that asks for itself again while the export is made; at the end the whole page is new. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Model model, HttpServletResponse response) {
        if (!view(id, model).isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "dossier/export :: progress";
    }

    @GetMapping("/{id}/file")
    void file(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        try {
            files.write(exports.fetch(id, person.getName()), response);
        } catch (Refused refused) {
            throw new ResponseStatusException(
                    refused.ground() == Refused.Ground.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND);
        }
    }

    private ExportView view(String id, Model model) {
        Export export = exports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ExportView view = ExportView.of(export, exports.progress(id), words);
        model.addAttribute("export", view);
        return view;
    }
}
