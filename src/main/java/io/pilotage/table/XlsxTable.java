package io.pilotage.table;

import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The first sheet of an Excel workbook. A formula counts as the text it showed when the file was saved. */
final class XlsxTable implements Table {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns;

    XlsxTable(Path file) throws IOException {
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (IOException | RuntimeException broken) {
            throw new Refused("portfolio.file.brokenWorkbook");
        }
        try {
            Sheet sheet = workbook.getFirstSheet();
            stream = sheet.openStream();
            rows = stream.iterator();
            columns = rows.hasNext() ? TableFiles.distinct(cells(rows.next())) : List.of("");
        } catch (IOException | RuntimeException broken) {
            workbook.close();
            throw new Refused("portfolio.file.brokenWorkbook");
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void rows(Consumer<TableRow> reader) {
        int number = 1;
        while (next(number + 1) instanceof Row found) {
            number = found.getRowNum();
            TableRow row = read(found);
            if (!row.isBlank()) {
                reader.accept(row);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private Object next(int number) {
        try {
            return rows.hasNext() ? rows.next() : this;
        } catch (RuntimeException broken) {
            throw new Refused("portfolio.file.brokenRow", number);
        }
    }

    private TableRow read(Row row) {
        try {
            List<String> cells = cells(row);
            return new TableRow(
                    row.getRowNum(),
                    cells.size() > columns.size() ? cells.subList(0, columns.size()) : cells,
                    formulas(row));
        } catch (RuntimeException broken) {
            throw new Refused("portfolio.file.brokenRow", row.getRowNum());
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxTable::text).orElse("").strip());
        }
        return cells;
    }

    private static Set<Integer> formulas(Row row) {
        return row.stream()
                .filter(cell -> cell != null && cell.getType() == CellType.FORMULA)
                .map(Cell::getColumnIndex)
                .collect(Collectors.toSet());
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().toPlainString();
        }
        if (cell.getType() == CellType.FORMULA) {
            return Objects.requireNonNullElse(cell.getRawValue(), "=" + cell.getFormula());
        }
        return Objects.requireNonNullElse(cell.getText(), "");
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[dy].*");
    }
}
