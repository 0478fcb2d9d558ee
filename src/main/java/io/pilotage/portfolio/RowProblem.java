package io.pilotage.portfolio;

import java.util.List;

/**
 * Something worth knowing about one row.
 *
 * @param column name of the column, or empty when it concerns the row
 * @param kind suffix of the message {@code portfolio.problem.<kind>}
 * @param arguments what the message names
 */
public record RowProblem(int row, Severity severity, String column, String kind, List<String> arguments) {

    /** How much it matters. */
    public enum Severity {
        /** The row is not brought in. */
        ERROR,
        /** The row is brought in; the cell is not taken as it is. */
        WARNING,
        /** The cell is blank and shows as a gap of the case. */
        GAP
    }
}
