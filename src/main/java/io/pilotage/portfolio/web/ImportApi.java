package io.pilotage.portfolio.web;

import io.pilotage.portfolio.ImportManagement;
import io.pilotage.portfolio.ImportRun;
import io.pilotage.portfolio.ImportRunner;
import io.pilotage.portfolio.RowOutcome;
import io.pilotage.portfolio.RowProblem;
import io.pilotage.portfolio.RunRow;
import io.pilotage.workflow.FieldsRefused;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Brings an inventory in by calls: the same steps as on the page. What is wrong is said as RFC 9457 has it. */
@RestController
@RequestMapping("/api/imports")
class ImportApi {

    private static final int MOST = 1_000;
    private static final int LAST = 1_000_000_000;

    private final ImportManagement imports;
    private final ImportRunner runner;
    private final Uploads uploads;
    private final PortfolioSentences sentences;

    ImportApi(ImportManagement imports, ImportRunner runner, Uploads uploads, PortfolioSentences sentences) {
        this.imports = imports;
        this.runner = runner;
        this.uploads = uploads;
        this.sentences = sentences;
    }

    /** Checks a file; with {@code dryRun=false} it is brought in at once. */
    @PostMapping
    ResponseEntity<ImportReport> check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String mapping,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Principal person) {
        ImportRun run = uploads.check(file, mapping, person.getName());
        if (!dryRun) {
            begin(run.id(), person);
        }
        return ResponseEntity.created(URI.create("/api/imports/" + run.id())).body(report(run.id()));
    }

    @PostMapping("/{id}/begin")
    ResponseEntity<ImportReport> begin(@PathVariable String id, Principal person) {
        imports.begin(id, person.getName());
        runner.start(id);
        return ResponseEntity.accepted().body(report(id));
    }

    @GetMapping("/{id}")
    ImportReport report(@PathVariable String id) {
        return ImportReport.of(imports.get(id), imports.counts(id), imports.problemCounts(id));
    }

    @GetMapping("/{id}/problems")
    List<ProblemView> problems(
            @PathVariable String id,
            @RequestParam(required = false) RowProblem.@Nullable Severity severity,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        imports.get(id);
        return imports
                .problems(id, severity, within("offset", offset, 0, LAST), within("limit", limit, 1, MOST))
                .stream()
                .map(problem -> ProblemView.of(problem, sentences, locale))
                .toList();
    }

    @GetMapping("/{id}/rows")
    List<RunRow> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowOutcome outcome,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        imports.get(id);
        return imports.rows(id, outcome, within("offset", offset, 0, LAST), within("limit", limit, 1, MOST));
    }

    /** How much of a list is asked for; what does not fit is not cut in silence. */
    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw FieldsRefused.of(name, "site.input.between", name, least, most);
        }
        return value;
    }
}
