package io.pilotage.pilot;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
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

    String next() {
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        jdbc.sql("insert into pilot_number (taken_at) values (?)")
                .param(Timestamp.from(clock.instant()))
                .update(number, "id");
        return "P-" + Objects.requireNonNull(number.getKey());
    }
}
