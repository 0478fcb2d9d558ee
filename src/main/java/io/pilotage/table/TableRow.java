package io.pilotage.portfolio;

import java.util.List;

/**
 * One row of a table file, its cells as text without surrounding blanks.
 *
 * @param number the row's number as a spreadsheet shows it; the heading is in row 1
 */
record TableRow(int number, List<String> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The cell in the given column; a short row ends in blank cells. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
