package io.pilotage.portfolio.web;

import io.pilotage.portfolio.ImportManagement;
import io.pilotage.portfolio.ImportRun;
import io.pilotage.portfolio.ImportRunner;
import io.pilotage.portfolio.Mappings;
import io.pilotage.portfolio.RowOutcome;
import io.pilotage.portfolio.RowProblem;
import io.pilotage.portfolio.RunCounts;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Brings an inventory in, step by step: choose a file, look at the dry run, begin, watch. */
@Controller
@RequestMapping("/portfolio/import")
class ImportPages {

    private static final int PAGE_SIZE = 50;

    private final ImportManagement imports;
    private final ImportRunner runner;
    private final Mappings mappings;
    private final Uploads uploads;
    private final PortfolioSentences sentences;
    private final RefusalSentences refusals;
    private final Clock clock;

    ImportPages(
            ImportManagement imports,
            ImportRunner runner,
            Mappings mappings,
            Uploads uploads,
            PortfolioSentences sentences,
            RefusalSentences refusals,
            Clock clock) {
        this.imports = imports;
        this.runner = runner;
        this.mappings = mappings;
        this.uploads = uploads;
        this.sentences = sentences;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String start(
            @RequestAttribute(name = UnreadUpload.MARK, required = false) @Nullable Boolean tooBig,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (tooBig != null) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            model.addAttribute("refused", sentences.of("portfolio.file.tooBig", locale, uploads.most() >> 20));
        }
        return start(model);
    }

    private String start(Model model) {
        model.addAttribute("mappings", mappings.all());
        model.addAttribute(
                "runs",
                imports.latest().stream()
                        .map(run -> RunView.of(run, new RunCounts(Map.of()), clock.instant()))
                        .toList());
        model.addAttribute("most", uploads.most());
        return "portfolio/import";
    }

    @PostMapping
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String mapping,
            Principal person,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            ImportRun run = uploads.check(file, mapping, person.getName());
            return "redirect:/portfolio/import/runs/" + run.id();
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refusals.of(refused, locale));
            model.addAttribute("wrong", refusals.byField(refused, locale));
            model.addAttribute("chosen", mapping);
            return start(model);
        }
    }

    @GetMapping("/runs/{id}")
    String run(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowOutcome outcome,
            @RequestParam(required = false) RowProblem.@Nullable Severity severity,
            @RequestParam(defaultValue = "0") int page,
            Locale locale,
            Model model) {
        progress(id, model);
        int from = Math.max(0, Math.min(page, 100_000));
        boolean rows = outcome != null;
        model.addAttribute("outcome", outcome);
        model.addAttribute("severity", severity);
        model.addAttribute("page", from);
        model.addAttribute("outcomes", RowOutcome.values());
        model.addAttribute("severities", RowProblem.Severity.values());
        model.addAttribute("problemCounts", imports.problemCounts(id));
        model.addAttribute("phases", imports.phases(id));
        if (rows) {
            model.addAttribute("rows", imports.rows(id, outcome, from * PAGE_SIZE, PAGE_SIZE + 1));
        } else {
            model.addAttribute(
                    "problems",
                    imports.problems(id, severity, from * PAGE_SIZE, PAGE_SIZE + 1).stream()
                            .map(problem -> ProblemView.of(problem, sentences, locale))
                            .toList());
        }
        model.addAttribute("size", PAGE_SIZE);
        return "portfolio/run";
    }

    /** The part of the page that asks for itself again while the run is under way; at the end the whole page is new. */
    @GetMapping("/runs/{id}/progress")
    String progress(@PathVariable String id, Model model, HttpServletResponse response) {
        if (!progress(id, model).isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "portfolio/run :: progress";
    }

    private RunView progress(String id, Model model) {
        ImportRun run = imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RunView view = RunView.of(run, imports.counts(id), clock.instant());
        model.addAttribute("run", view);
        return view;
    }

    @PostMapping("/runs/{id}/begin")
    String begin(@PathVariable String id, Principal person) {
        known(id);
        imports.begin(id, person.getName());
        runner.start(id);
        return "redirect:/portfolio/import/runs/" + id;
    }

    @PostMapping("/runs/{id}/discard")
    String discard(@PathVariable String id, Principal person) {
        known(id);
        try {
            imports.discard(id, person.getName());
        } catch (Refused begun) {
            return "redirect:/portfolio/import/runs/" + id;
        }
        return "redirect:/portfolio/import";
    }

    @GetMapping("/sample.csv")
    ResponseEntity<Resource> sample() throws IOException {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("sample-inventory.csv")
                                .build()
                                .toString())
                .body(new ClassPathResource("portfolio/sample-inventory.csv"));
    }

    private void known(String id) {
        if (imports.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
