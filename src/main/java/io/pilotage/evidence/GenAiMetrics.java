package io.pilotage.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
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
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CHARACTERS = 4_000;
    private static final int DELTA = 1;
    private static final int CUMULATIVE = 2;

    /** Nanoseconds since 1970, as OTLP writes them: 64 bits, in a text or as a number. */
    private static final Pattern TIME = Pattern.compile("\\d{1,19}");

    /** @throws Refused when it is not what OTLP sends, or holds neither tokens nor requests; it names the field */
    List<EvidenceRow> rows(JsonNode sent, LocalDate today) {
        List<EvidenceRow> rows = new ArrayList<>();
        each(
                sent,
                "",
                "resourceMetrics",
                (resource, inResource) -> each(
                        resource,
                        inResource,
                        "scopeMetrics",
                        (scope, inScope) ->
                                each(scope, inScope, "metrics", (metric, place) -> read(metric, place, rows, today))));
        if (rows.isEmpty()) {
            throw FieldsRefused.of("resourceMetrics", "evidence.otlp.nothing", TOKEN_USAGE, DURATION);
        }
        return rows;
    }

    private static void read(JsonNode metric, String place, List<EvidenceRow> rows, LocalDate today) {
        String name = metric.path("name").asText();
        boolean tokens = name.equals(TOKEN_USAGE);
        if (!tokens && !name.equals(DURATION)) {
            return;
        }
        JsonNode histogram = metric.path("histogram");
        String within = place + ".histogram";
        JsonNode temporality = histogram.path("aggregationTemporality");
        if (!temporality.isInt() || temporality.asInt() != DELTA) {
            throw FieldsRefused.of(
                    within + ".aggregationTemporality",
                    temporality.asInt() == CUMULATIVE ? "evidence.otlp.cumulative" : "evidence.otlp.noDelta",
                    name);
        }
        if (histogram.path("dataPoints").isMissingNode()) {
            throw FieldsRefused.of(within + ".dataPoints", "site.input.missing", "dataPoints");
        }
        each(histogram, within, "dataPoints", (point, at) -> {
            if (rows.size() >= MOST_ROWS) {
                throw FieldsRefused.of(within + ".dataPoints", "portfolio.file.tooManyRows", MOST_ROWS);
            }
            BigDecimal figure = figure(point, at, tokens ? "sum" : "count", name);
            LocalDate day = day(point.path("timeUnixNano"), at + ".timeUnixNano");
            if (day.isAfter(today)) {
                throw FieldsRefused.of(at + ".timeUnixNano", "evidence.otlp.future", name, day);
            }
            rows.add(new EvidenceRow(
                    rows.size() + 1, figure, day, tokens ? TOKENS : REQUESTS, null, attributes(point, at)));
        });
    }

    /** Every element of a list, with the way to it; a list that is not there is empty. */
    private static void each(JsonNode parent, String place, String name, BiConsumer<JsonNode, String> read) {
        String way = place.isEmpty() ? name : place + "." + name;
        JsonNode list = parent.path(name);
        if (!parent.isObject() || !list.isArray() && !list.isMissingNode()) {
            throw FieldsRefused.of(way, "site.input.list", name);
        }
        int index = 0;
        for (JsonNode one : list) {
            read.accept(one, way + "[" + index + "]");
            index++;
        }
    }

    /** As the table keeps it: fifteen digits before the point and four behind it. */
    private static BigDecimal figure(JsonNode point, String place, String name, String metric) {
        JsonNode sent = point.path(name);
        String way = place + "." + name;
        if (sent.isMissingNode() || sent.isNull()) {
            throw FieldsRefused.of(way, "site.input.missing", name);
        }
        if (!EvidenceReader.POINT.matcher(written(sent)).matches()) {
            throw FieldsRefused.of(way, "evidence.otlp.figure", name);
        }
        BigDecimal figure = new BigDecimal(written(sent));
        if (figure.signum() < 0) {
            throw FieldsRefused.of(way, "evidence.otlp.negative", metric);
        }
        return figure;
    }

    /** In full, whatever way a number is written; what is too big to be written out stays as it is. */
    private static String written(JsonNode number) {
        if (!number.isNumber()) {
            return number.isTextual() ? number.textValue() : "";
        }
        BigDecimal figure = number.decimalValue().stripTrailingZeros();
        return Math.abs(figure.scale()) > 20 ? figure.toString() : figure.toPlainString();
    }

    private static LocalDate day(JsonNode sent, String way) {
        String nanos = sent.asText("");
        if (nanos.isEmpty()) {
            throw FieldsRefused.of(way, "site.input.missing", "timeUnixNano");
        }
        if (!TIME.matcher(nanos).matches()) {
            throw FieldsRefused.of(way, "evidence.otlp.time");
        }
        return Instant.ofEpochSecond(new BigInteger(nanos).divide(NANOS).longValueExact())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static String attributes(JsonNode point, String place) {
        List<String> attributes = new ArrayList<>();
        each(point, place, "attributes", (attribute, way) -> {
            Iterator<JsonNode> value = attribute.path("value").elements();
            attributes.add(attribute.path("key").asText() + "="
                    + (value.hasNext() ? value.next().asText() : ""));
        });
        String all = String.join(" | ", attributes);
        if (all.length() > MOST_CHARACTERS) {
            throw FieldsRefused.of(place + ".attributes", "site.input.tooLong", MOST_CHARACTERS);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(all)) {
            throw FieldsRefused.of(place + ".attributes", "site.input.halfCharacter", "attributes");
        }
        return all;
    }
}
