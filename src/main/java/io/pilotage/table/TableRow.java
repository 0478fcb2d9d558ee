package io.pilotage.table;

import java.util.List;
import java.util.Set;

/**
 * One row of a table file, its cells as text without surrounding blanks.
 *
 * @param number the row's number as a spreadsheet shows it; the heading is in row 1
 * @param formulas columns, counted from zero, that a formula works out
 */
public record TableRow(int number, List<String> cells, Set<Integer> formulas) {

    public TableRow(int number, List<String> cells) {
        this(number, cells, Set.of());
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The cell in the given column; a short row ends in blank cells. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
