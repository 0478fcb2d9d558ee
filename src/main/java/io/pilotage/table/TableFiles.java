package io.pilotage.table;

import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens table files by what is in them, whatever they are called. */
public final class TableFiles {

    private static final int MOST_COLUMNS = 500;

    private TableFiles() {}

    /** @throws Refused when the file is neither CSV nor XLSX, empty, broken, or bigger inside than it pretends */
    public static Table open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new Refused("portfolio.file.empty");
        }
        byte[] head = TextEncoding.head(file);
        if (TextEncoding.begins(head, 'P', 'K', 3, 4)) {
            ZipGuard.check(file);
            return checked(new XlsxTable(file));
        }
        if (TextEncoding.begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Refused("portfolio.file.oldExcel");
        }
        if (TextEncoding.begins(head, '%', 'P', 'D', 'F') || TextEncoding.begins(head, 'P', 'K')) {
            throw new Refused("portfolio.file.binary");
        }
        return checked(new CsvTable(file));
    }

    /** Names of columns as told apart: the second "Other" is "Other (2)"; white space and quotes are evened out. */
    static List<String> distinct(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String even = even(name);
            int number = seen.merge(even, 1, Integer::sum);
            distinct.add(number == 1 || even.isEmpty() ? even : even + " (" + number + ")");
        }
        return distinct;
    }

    public static String even(String name) {
        return name.strip().replace('’', '\'').replaceAll("\\s+", " ");
    }

    private static Table checked(Table table) throws IOException {
        List<String> columns = table.columns();
        if (columns.stream().allMatch(String::isBlank) || columns.size() > MOST_COLUMNS) {
            table.close();
            throw columns.size() > MOST_COLUMNS
                    ? new Refused("portfolio.file.tooManyColumns", columns.size(), MOST_COLUMNS)
                    : new Refused("portfolio.file.noHeading");
        }
        return table;
    }
}
