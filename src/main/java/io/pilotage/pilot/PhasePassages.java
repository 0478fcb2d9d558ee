package io.pilotage.pilot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When cases entered and left each phase. */
@Repository
class PhasePassages {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PhasePassages(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Each case enters the phase it stands in. */
    void enter(Collection<Pilot> pilots, Instant at) {
        template.batchUpdate(
                "insert into phase_passage (id, pilot_key, phase, entered_at) values (?,?,?,?)",
                pilots.stream()
                        .map(pilot -> new Object[] {
                            UUID.randomUUID().toString(),
                            pilot.key(),
                            pilot.phase().name(),
                            utc(at)
                        })
                        .toList());
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
