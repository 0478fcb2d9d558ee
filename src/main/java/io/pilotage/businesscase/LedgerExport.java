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
import java.util.ArrayList;
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
        "tokenPrice",
        "plannedTokens",
        "plannedPrice",
        "baselineVersion",
        "counterfactual"
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

    /**
     * Writes one row for each effect, each line of cost and each promise.
     *
     * @param found the ledger and the sealed version of the baseline that each of its entries is held against
     */
    public void write(BusinessCase found, OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader(HEADING).get());
        for (Posting posting : found.ledger()) {
            for (Row row : rows(posting.entry())) {
                print(
                        printer,
                        posting,
                        row,
                        found.baselines().get(posting.entry().number()));
            }
        }
        printer.flush();
    }

    private static List<Row> rows(LedgerEntry entry) {
        List<Row> rows = new ArrayList<>();
        entry.lines().forEach(line -> rows.add(Row.of(line)));
        inPilotCurrency(entry).forEach((line, cost) -> rows.add(Row.of("cost", line, cost, entry.currency())));
        entry.found().forEach(cost -> rows.add(Row.of(cost)));
        BigDecimal promised = entry.figures().promisedP50();
        if (promised != null) {
            rows.add(Row.of("promised", "P50", promised, entry.currency()));
        }
        return rows;
    }

    /** What of each line of cost was not found in another currency or by tokens. */
    private static Map<String, BigDecimal> inPilotCurrency(LedgerEntry entry) {
        Map<String, BigDecimal> lines = new LinkedHashMap<>(entry.costs().byLine());
        entry.found().forEach(found -> lines.merge(found.line(), found.money(), BigDecimal::subtract));
        return lines;
    }

    private static void print(CSVPrinter printer, Posting posting, Row row, @Nullable Integer baselineVersion)
            throws IOException {
        LedgerEntry entry = posting.entry();
        FoundCost found = row.found;
        printer.printRecord(
                entry.number(),
                Objects.toString(entry.corrects(), ""),
                entry.beginsOn(),
                entry.endsOn(),
                posting.isCountersigned() ? "counts" : posting.isSentBack() ? "sentBack" : "open",
                row.kind,
                FormulaGuard.text(row.line),
                row.amount.toPlainString(),
                row.currency,
                plain(row.rate),
                row.money.toPlainString(),
                Objects.toString(entry.sealSha256(), ""),
                entry.formula(),
                FormulaGuard.text(row.evidence),
                plain(found == null ? null : found.tokens()),
                plain(found == null ? null : found.tokenPrice()),
                plain(found == null ? null : found.plannedTokens()),
                plain(found == null ? null : found.plannedPrice()),
                Objects.toString(baselineVersion, ""),
                FormulaGuard.text(row.counterfactual));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** One source row. @param found what of a cost was found in another currency or by tokens; null for anything else */
    private record Row(
            String kind,
            String line,
            BigDecimal amount,
            String currency,
            @Nullable BigDecimal rate,
            BigDecimal money,
            @Nullable String evidence,
            @Nullable String counterfactual,
            @Nullable FoundCost found) {

        static Row of(LedgerLine line) {
            return new Row(
                    line.basis(),
                    line.metric(),
                    line.amount(),
                    line.currency(),
                    line.rate(),
                    line.money(),
                    line.evidence(),
                    line.counterfactual(),
                    null);
        }

        static Row of(FoundCost cost) {
            return new Row(
                    "cost", cost.line(), cost.amount(), cost.currency(), cost.rate(), cost.money(), null, null, cost);
        }

        static Row of(String kind, String line, BigDecimal money, String currency) {
            return new Row(kind, line, money, currency, null, money, null, null, null);
        }
    }
}
