package io.pilotage.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments in columns: always UTC. */
final class Moments {

    private Moments() {}

    /** The moment that a column holds. */
    static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
