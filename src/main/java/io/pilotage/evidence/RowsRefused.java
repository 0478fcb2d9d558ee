package io.pilotage.evidence;

import io.pilotage.workflow.FieldsRefused;
import java.io.Serial;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Rows that cannot be kept; names each with its column, why, and what to do. Nothing of them was written. */
public class RowsRefused extends FieldsRefused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * What is wrong with one cell.
     *
     * @param messageKey key of a sentence; its arguments are row, column and cell
     */
    public record Problem(int row, String column, String cell, String messageKey) {

        private Field field() {
            return new Field(column, row, messageKey, List.of(row, column, cell));
        }

        public MessageSourceResolvable sentence() {
            return new DefaultMessageSourceResolvable(
                    new String[] {messageKey}, new Object[] {row, column, cell}, messageKey);
        }
    }

    /** @param found how many there are in all, of which the first are named */
    RowsRefused(List<Problem> problems, int found) {
        super(
                Ground.RULE,
                "evidence.refused",
                List.of(found, problems.get(0).sentence()),
                problems.stream().map(Problem::field).toList());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
