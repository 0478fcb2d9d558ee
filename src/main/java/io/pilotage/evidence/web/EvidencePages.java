package io.pilotage.evidence.web;

import io.pilotage.evidence.ColumnMapping;
import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.evidence.RowsRefused;
import io.pilotage.evidence.Taken;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Shows the rows that are kept for a pilot, and takes more. */
@Controller
@RequestMapping("/pilots/{key}/evidence")
class EvidencePages {

    private static final int SHOWN = 200;

    private final EvidenceManagement evidence;
    private final PilotManagement pilots;
    private final Bringers bringers;
    private final Brought brought;
    private final RefusalSentences refusals;
    private final CaseWords words;

    EvidencePages(
            EvidenceManagement evidence,
            PilotManagement pilots,
            Bringers bringers,
            Brought brought,
            RefusalSentences refusals,
            CaseWords words) {
        this.evidence = evidence;
        this.pilots = pilots;
        this.bringers = bringers;
        this.brought = brought;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable String key,
            @RequestParam(defaultValue = "BASELINE") Purpose purpose,
            Authentication reader,
            Model view) {
        bringers.mustRead(reader.getName());
        fill(key, purpose, reader, view);
        return "evidence/evidence";
    }

    @GetMapping("/{id}")
    String rows(@PathVariable String key, @PathVariable String id, Authentication reader, Model view) {
        bringers.mustRead(reader.getName());
        EvidenceFile file = evidence.of(pilot(key).key()).stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        view.addAttribute("key", key);
        view.addAttribute("file", file);
        view.addAttribute("most", SHOWN);
        view.addAttribute("rows", file.rows().subList(0, Math.min(SHOWN, file.count())));
        return "evidence/rows";
    }

    @PostMapping
    String bring(
            @PathVariable String key,
            @RequestParam Purpose purpose,
            @RequestParam(defaultValue = "") String figureColumn,
            @RequestParam(required = false) @Nullable String dayColumn,
            @RequestParam(required = false) @Nullable String unitColumn,
            @RequestParam(required = false) @Nullable String currencyColumn,
            @RequestParam(defaultValue = "false") boolean decimalComma,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable Taken taken,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String pasted,
            @RequestParam Map<String, String> typed,
            Authentication reader,
            Locale locale,
            HttpServletResponse response,
            Model view) {
        bringers.mustBring(reader.getName());
        String pilot = pilot(key).key();
        try {
            ColumnMapping mapping =
                    ColumnMapping.of(pilot, purpose, figureColumn, dayColumn, unitColumn, currencyColumn, decimalComma);
            EvidenceFile kept = brought.keep(mapping.about(metric, taken), file, pasted, reader.getName());
            return "redirect:/pilots/" + key + "/evidence/" + kept.id();
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            fill(key, purpose, reader, view);
            view.addAttribute("typed", typed);
            view.addAttribute("taken", taken);
            view.addAttribute("refused", refusals.of(refused, locale));
            view.addAttribute("wrong", refused instanceof RowsRefused ? Map.of() : refusals.byField(refused, locale));
            view.addAttribute(
                    "problems",
                    refused instanceof RowsRefused
                            ? refusals.fields(refused, locale).stream()
                                    .map(problem -> problem.get("message"))
                                    .toList()
                            : List.of());
            return "evidence/evidence";
        }
    }

    private void fill(String key, Purpose purpose, Authentication reader, Model view) {
        view.addAttribute("key", key);
        view.addAttribute("title", pilot(key).proposal().title());
        view.addAttribute("files", evidence.of(key));
        view.addAttribute("purpose", purpose);
        view.addAttribute("purposes", Purpose.values());
        view.addAttribute("waysTaken", Taken.values());
        view.addAttribute(
                "typed",
                evidence.mapping(key, purpose).map(EvidencePages::columns).orElse(Map.of()));
        view.addAttribute("words", words);
        view.addAttribute("mayBring", bringers.mayBring(reader.getName()));
    }

    private static Map<String, String> columns(ColumnMapping mapping) {
        return Map.of(
                "figureColumn", mapping.figureColumn(),
                "dayColumn", Objects.toString(mapping.dayColumn(), ""),
                "unitColumn", Objects.toString(mapping.unitColumn(), ""),
                "currencyColumn", Objects.toString(mapping.currencyColumn(), ""),
                "decimalComma", String.valueOf(mapping.decimalComma()));
    }

    private Pilot pilot(String key) {
        return pilots.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
