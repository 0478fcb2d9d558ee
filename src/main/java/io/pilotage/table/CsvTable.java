package io.pilotage.table;

import io.pilotage.workflow.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file, its encoding and separator found out. Formulas in cells are nothing but text. */
final class CsvTable implements Table {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;

    CsvTable(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        BufferedReader text = encoding.open(file);
        try {
            parser = format(separator(file, encoding)).parse(text);
            records = parser.iterator();
            columns = next(1) instanceof CSVRecord first ? TableFiles.distinct(cells(first)) : List.of("");
        } catch (RuntimeException | IOException broken) {
            text.close();
            throw broken;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void rows(Consumer<TableRow> reader) {
        int number = 2;
        while (next(number) instanceof CSVRecord found) {
            TableRow row = new TableRow(number++, cells(found));
            if (row.isBlank()) {
                continue;
            }
            if (found.size() > columns.size()
                    && row.cells().subList(columns.size(), found.size()).stream()
                            .anyMatch(cell -> !cell.isBlank())) {
                throw new Refused("portfolio.file.rowTooLong", row.number(), found.size(), columns.size());
            }
            reader.accept(row);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Object next(int number) {
        try {
            return records.hasNext() ? records.next() : this;
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new Refused("portfolio.file.brokenRow", number);
        }
    }

    private static List<String> cells(CSVRecord found) {
        return found.stream().map(String::strip).toList();
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(false)
                .get();
    }

    /** The separator that cuts the first row into the most columns. */
    private static char separator(Path file, TextEncoding encoding) throws IOException {
        char best = SEPARATORS[0];
        int most = 0;
        for (char separator : SEPARATORS) {
            try (CSVParser first = format(separator).parse(encoding.open(file))) {
                Iterator<CSVRecord> records = first.iterator();
                int count = records.hasNext() ? records.next().size() : 0;
                if (count > most) {
                    most = count;
                    best = separator;
                }
            } catch (UncheckedIOException | CSVException | IllegalStateException doesNotFit) {
                continue;
            }
        }
        return best;
    }
}
