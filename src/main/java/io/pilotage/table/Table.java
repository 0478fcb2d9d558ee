package io.pilotage.table;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A table file that is read row by row, so that its size does not matter. */
public interface Table extends AutoCloseable {

    /** The columns' names as they are written in the first row. */
    List<String> columns();

    /**
     * Hands every row that is not blank to the reader, in order.
     *
     * @throws io.pilotage.workflow.Refused when the file is broken, naming the row
     */
    void rows(Consumer<TableRow> reader);

    @Override
    void close() throws IOException;
}
