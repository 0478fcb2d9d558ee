package io.pilotage.portfolio;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.table.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a list of pilots as CSV or XLSX, row by row while it is read. */
@Component
public class PortfolioExport {

    /** The columns, each the suffix of a message {@code portfolio.export.<column>}. */
    public static final List<String> COLUMNS = List.of(
            "key",
            "title",
            "unit",
            "regions",
            "phase",
            "status",
            "tier",
            "phaseSince",
            "daysInPhase",
            "stallReason",
            "sponsor",
            "amount",
            "currency",
            "timeBoxUntil",
            "waitsFor",
            "due",
            "level",
            "daysLate");

    private static final int MOST_CHARACTERS = 32_000;

    private final Portfolio portfolio;
    private final Trail trail;
    private final Clock clock;

    PortfolioExport(Portfolio portfolio, Trail trail, Clock clock) {
        this.portfolio = portfolio;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts down who takes the list with them, before the first row leaves.
     *
     * @param form the file's, such as {@code csv}
     */
    public void note(PortfolioFilter filter, String form, String person, @Nullable String role) {
        trail.note(TrailEntry.of(Undertaking.EXPORT.chain(person), clock.instant(), person, "portfolioExported")
                .as(role, null)
                .argument("form", form)
                .argument("pilots", portfolio.count(filter))
                .words("filter", filter.toString())
                .build());
    }

    /** @param words speaks the heading of a column */
    public void csv(PortfolioFilter filter, UnaryOperator<String> words, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CSVPrinter printer = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().get());
        printer.printRecord(COLUMNS.stream().map(words).map(FormulaGuard::text).toList());
        portfolio.each(filter, row -> {
            try {
                printer.printRecord(cells(row).stream()
                        .map(cell -> cell instanceof Number ? cell : FormulaGuard.text(Objects.toString(cell, "")))
                        .toList());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        printer.flush();
    }

    /** @param words speaks the heading of a column */
    public void xlsx(PortfolioFilter filter, UnaryOperator<String> words, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Pilotage", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Portfolio");
            sheet.freezePane(0, 1);
            int[] number = {0};
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.inlineString(0, i, words.apply(COLUMNS.get(i)));
            }
            portfolio.each(filter, row -> write(sheet, ++number[0], cells(row)));
        }
    }

    private static void write(Worksheet sheet, int number, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number amount) {
                sheet.value(number, i, amount);
            } else if (cells.get(i) != null) {
                sheet.inlineString(number, i, plain(cells.get(i).toString()));
            }
        }
        try {
            if (number % 500 == 0) {
                sheet.flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private List<@Nullable Object> cells(PortfolioRow row) {
        Instant now = clock.instant();
        LateTask first = row.waits().isEmpty() ? null : row.waits().get(0);
        java.util.ArrayList<@Nullable Object> cells = new java.util.ArrayList<>();
        cells.add(row.key());
        cells.add(row.title());
        cells.add(row.unit());
        cells.add(row.regions());
        cells.add(row.phase().process());
        cells.add(row.status().name().toLowerCase(Locale.ROOT));
        cells.add(row.tier());
        cells.add(day(row.phaseSince()));
        cells.add(row.daysInPhase(now));
        cells.add(row.stallReason() == null ? null : row.stallReason().name().toLowerCase(Locale.ROOT));
        cells.add(row.sponsor());
        cells.add(row.amount());
        cells.add(row.currency());
        cells.add(row.timeBoxUntil());
        cells.add(first == null ? null : first.role());
        cells.add(first == null ? null : day(first.due()));
        cells.add(first == null ? null : first.levelName());
        cells.add(first == null || !first.isLate(now) ? null : first.daysLate(now));
        return cells;
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** What a cell of a workbook can hold: no control characters, and not too much. */
    private static String plain(String text) {
        String plain = FormulaGuard.text(text).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        return plain.length() <= MOST_CHARACTERS ? plain : plain.substring(0, MOST_CHARACTERS);
    }
}
