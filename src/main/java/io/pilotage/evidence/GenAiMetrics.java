package io.pilotage.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads the generative-AI metrics of OpenTelemetry as OTLP sends them in JSON: how many tokens and how many requests.
 * Names follow its semantic conventions for generative AI; every other metric is left out.
 */
@Component
class GenAiMetrics {

    static final String TOKENS = "token";
    static final String REQUESTS = "request";
    private static final String TOKEN_USAGE = "gen_ai.client.token.usage";
    private static final String DURATION = "gen_ai.client.operation.duration";
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    /** @throws Refused when it is not what OTLP sends, or holds neither tokens nor requests */
    List<EvidenceRow> rows(JsonNode sent, LocalDate today) {
        List<EvidenceRow> rows = new ArrayList<>();
        for (JsonNode resource : sent.path("resourceMetrics")) {
            for (JsonNode scope : resource.path("scopeMetrics")) {
                for (JsonNode metric : scope.path("metrics")) {
                    read(metric, rows, today);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new Refused("evidence.otlp.nothing", TOKEN_USAGE, DURATION);
        }
        return rows;
    }

    private static void read(JsonNode metric, List<EvidenceRow> rows, LocalDate today) {
        String name = metric.path("name").asText();
        boolean tokens = name.equals(TOKEN_USAGE);
        if (!tokens && !name.equals(DURATION)) {
            return;
        }
        JsonNode histogram = metric.path("histogram");
        if (histogram.path("aggregationTemporality").asInt() == 2) {
            throw new Refused("evidence.otlp.cumulative", name);
        }
        for (JsonNode point : histogram.path("dataPoints")) {
            LocalDate day = day(point.path("timeUnixNano").asText("0"));
            BigDecimal figure =
                    new BigDecimal(point.path(tokens ? "sum" : "count").asText("0"));
            if (figure.signum() < 0) {
                throw new Refused("evidence.otlp.negative", name);
            }
            if (day.isAfter(today)) {
                throw new Refused("evidence.otlp.future", name, day);
            }
            rows.add(
                    new EvidenceRow(rows.size() + 1, figure, day, tokens ? TOKENS : REQUESTS, null, attributes(point)));
        }
    }

    private static LocalDate day(String nanos) {
        try {
            return Instant.ofEpochSecond(
                            new BigDecimal(nanos).divideToIntegralValue(NANOS).longValueExact())
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException wrong) {
            throw new Refused("evidence.otlp.time", nanos);
        }
    }

    private static String attributes(JsonNode point) {
        List<String> attributes = new ArrayList<>();
        for (JsonNode attribute : point.path("attributes")) {
            attributes.add(attribute.path("key").asText() + "="
                    + attribute.path("value").path("stringValue").asText());
        }
        String all = String.join(" | ", attributes);
        return all.substring(0, Math.min(all.length(), 4_000));
    }
}
