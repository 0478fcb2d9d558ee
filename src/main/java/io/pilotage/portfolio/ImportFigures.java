package io.pilotage.portfolio;

import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many runs of imports there are in each state, for those who watch the product. */
@Repository
public class ImportFigures {

    private final JdbcClient jdbc;

    ImportFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every state, also one without a run. */
    public Map<ImportRun.State, Long> runs() {
        Map<ImportRun.State, Long> runs = new EnumMap<>(ImportRun.State.class);
        for (ImportRun.State state : ImportRun.State.values()) {
            runs.put(state, 0L);
        }
        jdbc.sql("select state, count(*) from import_run group by state").query((ResultSet row) -> {
            runs.put(ImportRun.State.valueOf(row.getString(1)), row.getLong(2));
        });
        return runs;
    }
}
