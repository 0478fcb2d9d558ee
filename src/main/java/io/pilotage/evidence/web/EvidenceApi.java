package io.pilotage.evidence.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.evidence.ColumnMapping;
import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.evidence.RowsRefused;
import io.pilotage.evidence.Taken;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes rows from systems: CSV and XLSX with the column names of the first call, and OTLP metrics in JSON. */
@RestController
@RequestMapping("/api/pilots/{key}")
class EvidenceApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final EvidenceManagement evidence;
    private final Bringers bringers;
    private final Brought brought;
    private final RefusalSentences refusals;
    private final MessageSource messages;
    private final ObjectMapper json;

    EvidenceApi(
            EvidenceManagement evidence,
            Bringers bringers,
            Brought brought,
            RefusalSentences refusals,
            MessageSource messages,
            ObjectMapper json) {
        this.evidence = evidence;
        this.bringers = bringers;
        this.brought = brought;
        this.refusals = refusals;
        this.messages = messages;
        this.json = json;
    }

    /** What was kept. @param uncertainty half the width of the 95 % interval of the mean */
    record Kept(
            String id,
            Purpose purpose,
            int rows,
            BigDecimal sum,
            BigDecimal mean,
            @Nullable BigDecimal uncertainty,
            String sha256) {

        static Kept of(EvidenceFile file) {
            return new Kept(
                    file.id(),
                    file.purpose(),
                    file.count(),
                    file.sum(),
                    file.mean(),
                    file.uncertainty(),
                    file.sha256());
        }
    }

    /**
     * Keeps a CSV text or an XLSX file; how its columns are read comes with it, or was kept with the last one.
     *
     * @param metric the measure, as a limit names it; the limits on it are judged at once
     */
    @PostMapping(
            path = "/measurements",
            consumes = {"text/csv", XLSX})
    @ResponseStatus(HttpStatus.CREATED)
    Kept measurements(
            @PathVariable String key,
            @RequestParam(defaultValue = "MEASUREMENT") Purpose purpose,
            @RequestParam(required = false) @Nullable String figureColumn,
            @RequestParam(required = false) @Nullable String dayColumn,
            @RequestParam(required = false) @Nullable String unitColumn,
            @RequestParam(required = false) @Nullable String currencyColumn,
            @RequestParam(defaultValue = "false") boolean decimalComma,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable Taken taken,
            @RequestBody byte[] rows,
            Authentication system) {
        bringers.mustBring(system.getName());
        ColumnMapping mapping = figureColumn == null
                ? evidence.mapping(key, purpose, metric).orElseThrow(() -> new Refused("evidence.mapping.missing"))
                : ColumnMapping.of(key, purpose, figureColumn, dayColumn, unitColumn, currencyColumn, decimalComma)
                        .about(metric, taken);
        return Kept.of(brought.keep(mapping, "–", rows, system.getName()));
    }

    /** Keeps tokens and requests, as the JSON encoding of OTLP over HTTP sends them. */
    @PostMapping("/otlp/v1/metrics")
    Kept metrics(@PathVariable String key, @RequestBody byte[] sent, Authentication system) {
        bringers.mustBring(system.getName());
        return Kept.of(evidence.keepInference(key, read(sent), sent, system.getName()));
    }

    private JsonNode read(byte[] sent) {
        try {
            return json.readTree(sent);
        } catch (IOException noJson) {
            throw new Refused("evidence.otlp.noJson");
        }
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                refused.messageKey().equals("pilot.unknown") ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_ENTITY,
                refusals.of(refused, locale));
        problem.setProperty("kind", refused.messageKey());
        if (refused instanceof RowsRefused rows) {
            List<Map<String, Object>> fields = rows.problems().stream()
                    .map(wrong -> Map.<String, Object>of(
                            "row", wrong.row(),
                            "column", wrong.column(),
                            "message", messages.getMessage(wrong.sentence(), locale)))
                    .toList();
            problem.setProperty("fields", fields);
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied, Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, messages.getMessage("evidence.notYours", null, locale));
    }
}
