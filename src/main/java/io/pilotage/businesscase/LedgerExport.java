package io.pilotage.businesscase;

import io.pilotage.adoption.FoundCost;
import io.pilotage.adoption.LedgerEntry;
import io.pilotage.adoption.LedgerLine;
import io.pilotage.adoption.Posting;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.table.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands out the source rows of a ledger, without any sum, so that somebody else can work the sums out. Numbers have a
 * point and no grouping; text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
@Component
public class LedgerExport {

    private static final String[] HEADING = {
        "entry",
        "corrects",
        "begins",
        "ends",
        "state",
        "kind",
        "line",
        "amount",
        "currency",
        "rate",
        "money",
        "baseline",
        "formula",
        "evidence",
        "tokens",
        "tokenPrice"
    };

    private final Trail trail;
    private final Clock clock;

    LedgerExport(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts down who takes the rows with them, before the first one leaves. */
    public void note(String pilotKey, List<Posting> postings, String person, @Nullable String role) {
        trail.note(TrailEntry.of(Undertaking.EXPORT.chain(pilotKey), clock.instant(), person, "ledgerExported")
                .as(role, null)
                .argument("case", pilotKey)
                .argument("entries", postings.size())
                .build());
    }

    /** Writes one row for each effect, each line of cost and each promise. */
    public void write(List<Posting> postings, OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader(HEADING).get());
        for (Posting posting : postings) {
            LedgerEntry entry = posting.entry();
            for (LedgerLine line : entry.lines()) {
                print(
                        printer,
                        posting,
                        line.basis(),
                        line.metric(),
                        line.amount(),
                        line.currency(),
                        line.rate(),
                        line.money(),
                        line.evidence());
            }
            for (var cost : inPilotCurrency(entry).entrySet()) {
                print(
                        printer,
                        posting,
                        "cost",
                        cost.getKey(),
                        cost.getValue(),
                        entry.currency(),
                        null,
                        cost.getValue(),
                        null);
            }
            for (FoundCost found : entry.found()) {
                print(
                        printer,
                        posting,
                        "cost",
                        found.line(),
                        found.amount(),
                        found.currency(),
                        found.rate(),
                        found.money(),
                        null,
                        found.tokens(),
                        found.tokenPrice());
            }
            BigDecimal promised = entry.figures().promisedP50();
            if (promised != null) {
                print(printer, posting, "promised", "P50", promised, entry.currency(), null, promised, null);
            }
        }
        printer.flush();
    }

    /** What of each line of cost was not found in another currency or by tokens. */
    private static Map<String, BigDecimal> inPilotCurrency(LedgerEntry entry) {
        Map<String, BigDecimal> lines = new LinkedHashMap<>(entry.costs().byLine());
        entry.found().forEach(found -> lines.merge(found.line(), found.money(), BigDecimal::subtract));
        return lines;
    }

    private static void print(
            CSVPrinter printer,
            Posting posting,
            String kind,
            String line,
            BigDecimal amount,
            String currency,
            @Nullable BigDecimal rate,
            BigDecimal money,
            @Nullable String evidence,
            @Nullable BigDecimal... tokens)
            throws IOException {
        LedgerEntry entry = posting.entry();
        printer.printRecord(
                entry.number(),
                Objects.requireNonNullElse(entry.corrects(), ""),
                entry.beginsOn(),
                entry.endsOn(),
                posting.isCountersigned() ? "counts" : posting.isSentBack() ? "sentBack" : "open",
                kind,
                FormulaGuard.text(line),
                amount.toPlainString(),
                currency,
                rate == null ? "" : rate.toPlainString(),
                money.toPlainString(),
                Objects.requireNonNullElse(entry.sealSha256(), ""),
                entry.formula(),
                FormulaGuard.text(evidence),
                tokens.length == 0 || tokens[0] == null ? "" : tokens[0].toPlainString(),
                tokens.length == 0 || tokens[1] == null ? "" : tokens[1].toPlainString());
    }
}
