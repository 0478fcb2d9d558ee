package io.pilotage.seal;

import io.pilotage.seal.SaidTwice.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table in the order of their cases, read page by page, so that a table of any length fits. */
final class RowsByCase {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final String table;
    private final List<String> key;
    private final RowMapper<Said> says;
    private final Deque<Said> ahead = new ArrayDeque<>();
    private List<Object> last = List.of();
    private boolean over;

    /**
     * @param key columns of the primary key, the key of the case first
     * @param says what a row says, as an entry of the case's chain says it too
     */
    RowsByCase(JdbcClient jdbc, String table, List<String> key, RowMapper<Said> says) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
        this.says = says;
    }

    /** The next row, which stays the next one; null when there is none any more. */
    @Nullable Said peek() {
        if (ahead.isEmpty() && !over) {
            read();
        }
        return ahead.peek();
    }

    /** Goes on to the row behind. */
    void drop() {
        ahead.remove();
    }

    private void read() {
        String where = last.isEmpty() ? "" : " where " + behind(0);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            values.add(last.get(i));
            if (i < last.size() - 1) {
                values.add(last.get(i));
            }
        }
        ahead.addAll(jdbc.sql(
                        "select * from " + table + where + " order by " + String.join(", ", key) + " limit " + PAGE)
                .params(values)
                .query((row, number) -> {
                    List<Object> place = new ArrayList<>();
                    for (String column : key) {
                        place.add(row.getObject(column));
                    }
                    last = place;
                    return says.mapRow(row, number);
                })
                .list());
        over = ahead.size() < PAGE;
    }

    /** Behind the last row, column by column: MySQL finds no way through an index by a comparison of whole rows. */
    private String behind(int column) {
        String name = key.get(column);
        return column == key.size() - 1
                ? name + " > ?"
                : "(" + name + " > ? or " + name + " = ? and " + behind(column + 1) + ")";
    }
}
