package io.pilotage.pilot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When cases entered and left each phase. */
@Repository
class PhasePassages {

    private final JdbcClient jdbc;

    PhasePassages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enter(String pilotKey, Phase phase, Instant at) {
        jdbc.sql("insert into phase_passage (id, pilot_key, phase, entered_at) values (?,?,?,?)")
                .params(UUID.randomUUID().toString(), pilotKey, phase.name(), utc(at))
                .update();
    }

    void leave(String pilotKey, Instant at) {
        jdbc.sql("update phase_passage set left_at = ? where pilot_key = ? and left_at is null")
                .params(utc(at), pilotKey)
                .update();
        jdbc.sql("update phase_passage set days = timestampdiff(second, entered_at, left_at) / 86400.0"
                        + " where pilot_key = ? and days is null and left_at is not null")
                .param(pilotKey)
                .update();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
