package io.pilotage.pilot;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Gives out case keys, {@code P-1} and up, never twice, on any node. */
@Component
class PilotKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    PilotKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next keys, in order. */
    List<String> next(int count) {
        GeneratedKeyHolder numbers = new GeneratedKeyHolder();
        jdbc.sql("insert into pilot_number (taken_at) values (?)" + ",(?)".repeat(count - 1))
                .params(Collections.nCopies(count, Timestamp.from(clock.instant())))
                .update(numbers, "id");
        return numbers.getKeyList().stream()
                .map(row -> "P-" + row.values().iterator().next())
                .toList();
    }
}
