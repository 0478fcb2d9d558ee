package io.pilotage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MySQL of the tests behaves like the one in production where it matters. */
class MySqlServerTests {

    private static final int NO_PROCESS = Integer.MAX_VALUE;

    @Test
    void keepsAnyCharacterAndTellsCapitalsApart() throws SQLException {
        String database = MySqlServer.shared().freshDatabase();

        execute(database, "create table note (text varchar(20) primary key)");
        execute(database, "insert into note values ('ok 👍 𠮷'), ('OK 👍 𠮷')");

        assertThat(ask(database, "select count(*) from note")).isEqualTo("2");
        assertThat(ask(database, "select text from note where text like 'ok%'")).isEqualTo("ok 👍 𠮷");
    }

    @Test
    void readsCommittedRowsInUtc() throws SQLException {
        String database = MySqlServer.shared().freshDatabase();

        assertThat(ask(database, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(ask(database, "select timediff(now(), utc_timestamp())")).isEqualTo("00:00:00");
    }

    @Test
    void keepsItsDataWhenItIsKilled() throws SQLException {
        try (MySqlServer server = MySqlServer.start()) {
            String database = server.freshDatabase();
            execute(database, "create table note (id int primary key)");
            execute(database, "insert into note values (1)");

            server.restart();

            assertThat(ask(database, "select count(*) from note")).isEqualTo("1");
        }
    }

    @Test
    void clearsAwayWhatADeadRunLeft(@TempDir Path runs) throws IOException {
        Path dead = Files.createDirectory(runs.resolve(NO_PROCESS + "-1"));
        Path alive = Files.createDirectory(runs.resolve(ProcessHandle.current().pid() + "-2"));

        Leftovers.removeFrom(runs);

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "root", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
