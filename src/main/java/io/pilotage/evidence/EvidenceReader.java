package io.pilotage.evidence;

import io.pilotage.evidence.RowsRefused.Problem;
import io.pilotage.table.Table;
import io.pilotage.table.TableRow;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table and refuses all of them when one is wrong. */
final class EvidenceReader {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_CHARACTERS = 4_000;
    private static final int LONGEST_UNIT = 200;

    /** A day before it is a slip of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static final Pattern POINT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final Pattern COMMA = Pattern.compile("-?\\d{1,15}(,\\d{1,4})?");

    private final ColumnMapping mapping;
    private final LocalDate today;
    private final List<String> columns;
    private final List<EvidenceRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int found;

    private EvidenceReader(ColumnMapping mapping, LocalDate today, List<String> columns) {
        this.mapping = mapping;
        this.today = today;
        this.columns = columns;
    }

    /** @throws Refused when a column is missing, there is no row or too many; RowsRefused when a cell is wrong */
    static List<EvidenceRow> read(Table table, ColumnMapping mapping, LocalDate today) {
        EvidenceReader reader = new EvidenceReader(mapping, today, table.columns());
        table.rows(reader::row);
        if (!reader.problems.isEmpty()) {
            throw new RowsRefused(reader.problems, reader.found);
        }
        if (reader.rows.isEmpty()) {
            throw new Refused("portfolio.file.noRows");
        }
        return reader.rows;
    }

    private void row(TableRow row) {
        if (rows.size() >= MOST_ROWS) {
            throw new Refused("portfolio.file.tooManyRows", MOST_ROWS);
        }
        String content = String.join(" | ", row.cells());
        BigDecimal figure = figure(row);
        LocalDate day = day(row);
        String unit = same(row, mapping.unitColumn(), "evidence.row.unit");
        if (unit != null && unit.length() > LONGEST_UNIT) {
            problem(row, mapping.unitColumn(), String.valueOf(LONGEST_UNIT), "evidence.row.unitTooLong");
        }
        String currency = same(row, mapping.currencyColumn(), "evidence.row.currency");
        if (currency != null && !isCurrency(currency)) {
            problem(row, mapping.currencyColumn(), currency, "evidence.row.noCurrency");
        }
        if (content.length() > MOST_CHARACTERS) {
            problem(row, mapping.figureColumn(), String.valueOf(MOST_CHARACTERS), "evidence.row.tooLong");
        }
        if (figure != null) {
            rows.add(new EvidenceRow(row.number(), figure, day, unit, currency, content));
        }
    }

    private @Nullable BigDecimal figure(TableRow row) {
        String column = mapping.figureColumn();
        int index = index(column);
        String cell = row.cell(index);
        if (row.formulas().contains(index) || cell.startsWith("=")) {
            return problem(row, column, cell, "evidence.row.formula");
        }
        if (cell.isBlank()) {
            return problem(row, column, cell, "evidence.row.empty");
        }
        if (!(mapping.decimalComma() ? COMMA : POINT).matcher(cell).matches()) {
            return problem(row, column, cell, mapping.decimalComma() ? "evidence.row.comma" : "evidence.row.point");
        }
        BigDecimal figure = new BigDecimal(cell.replace(',', '.'));
        return figure.signum() < 0 && mapping.purpose() == Purpose.INFERENCE
                ? problem(row, column, cell, "evidence.row.negative")
                : figure;
    }

    private @Nullable LocalDate day(TableRow row) {
        String column = mapping.dayColumn();
        if (column == null) {
            return null;
        }
        String cell = row.cell(index(column));
        try {
            LocalDate day = LocalDate.parse(cell);
            if (day.isAfter(today)) {
                problem(row, column, cell, "evidence.row.future");
            } else if (day.isBefore(EARLIEST)) {
                problem(row, column, cell, "evidence.row.day");
            }
            return day;
        } catch (DateTimeParseException wrong) {
            problem(row, column, cell, "evidence.row.day");
            return null;
        }
    }

    /** The cell of a column in which every row has to say the same. */
    private @Nullable String same(TableRow row, @Nullable String column, String messageKey) {
        if (column == null) {
            return null;
        }
        String cell = row.cell(index(column));
        String first = rows.isEmpty()
                ? cell
                : messageKey.endsWith("unit") ? rows.get(0).unit() : rows.get(0).currency();
        if (!cell.equals(first) || cell.isBlank()) {
            problem(row, column, cell, messageKey);
        }
        return cell;
    }

    private int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw FieldsRefused.of(fieldOf(column), "evidence.column.missing", column, String.join(", ", columns));
        }
        return index;
    }

    private String fieldOf(String column) {
        return column.equals(mapping.figureColumn())
                ? "figureColumn"
                : column.equals(mapping.dayColumn())
                        ? "dayColumn"
                        : column.equals(mapping.unitColumn()) ? "unitColumn" : "currencyColumn";
    }

    private @Nullable BigDecimal problem(TableRow row, @Nullable String column, String cell, String messageKey) {
        found++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(row.number(), column == null ? "" : column, cell, messageKey));
        }
        return null;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
