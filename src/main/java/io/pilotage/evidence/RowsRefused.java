package io.pilotage.evidence;

import io.pilotage.workflow.Refused;
import java.io.Serial;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Rows that cannot be kept; names each with its column, why, and what to do. Nothing of them was written. */
public class RowsRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * What is wrong with one cell.
     *
     * @param messageKey key of a sentence; its arguments are row, column and cell
     */
    public record Problem(int row, String column, String cell, String messageKey) {

        public MessageSourceResolvable sentence() {
            return new DefaultMessageSourceResolvable(
                    new String[] {messageKey}, new Object[] {row, column, cell}, messageKey);
        }
    }

    RowsRefused(List<Problem> problems) {
        super("evidence.refused", problems.size(), problems.get(0).sentence());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
