package io.pilotage.evidence.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.pilotage.evidence.ColumnMapping;
import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.evidence.Taken;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
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
    private final ObjectReader json;

    EvidenceApi(EvidenceManagement evidence, Bringers bringers, Brought brought, ObjectMapper json) {
        this.evidence = evidence;
        this.bringers = bringers;
        this.brought = brought;
        this.json = json.reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
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
            @RequestParam(required = false) @Nullable Boolean decimalComma,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable Taken taken,
            @RequestBody byte[] rows,
            Authentication system) {
        bringers.mustBring(system.getName());
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("dayColumn", dayColumn);
        beside.put("unitColumn", unitColumn);
        beside.put("currencyColumn", currencyColumn);
        beside.put("decimalComma", decimalComma);
        beside.put("taken", taken);
        ColumnMapping mapping = figureColumn == null
                ? asLastTime(key, purpose, metric, beside)
                : ColumnMapping.of(
                                key,
                                purpose,
                                figureColumn,
                                dayColumn,
                                unitColumn,
                                currencyColumn,
                                Boolean.TRUE.equals(decimalComma))
                        .about(metric, taken);
        return Kept.of(brought.keep(mapping, "–", rows, system.getName()));
    }

    /** Keeps tokens and requests, as the JSON encoding of OTLP over HTTP sends them. */
    @PostMapping("/otlp/v1/metrics")
    Kept metrics(@PathVariable String key, @RequestBody byte[] sent, Authentication system) {
        bringers.mustBring(system.getName());
        return Kept.of(evidence.keepInference(key, read(sent), sent, system.getName()));
    }

    /** The mapping that was kept; what is said beside it would be left out, so it is refused. */
    private ColumnMapping asLastTime(
            String key, Purpose purpose, @Nullable String metric, Map<String, @Nullable Object> beside) {
        beside.forEach((name, value) -> {
            if (value != null) {
                throw FieldsRefused.of("figureColumn", "evidence.mapping.figureToo", name);
            }
        });
        return evidence.mapping(key, purpose, metric)
                .orElseThrow(() -> FieldsRefused.of("figureColumn", "evidence.mapping.missing"));
    }

    private JsonNode read(byte[] sent) {
        try {
            return json.readTree(sent);
        } catch (IOException noJson) {
            throw new Refused("evidence.otlp.noJson");
        }
    }
}
