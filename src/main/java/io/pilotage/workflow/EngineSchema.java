package io.pilotage.workflow;

import io.pilotage.production.SchemaPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Creates and upgrades the engine's tables on MySQL by the engine's own scripts, and lets them hold every character: as
 * created by the engine they know only those of three bytes. On the embedded default the engine does it by itself.
 */
@Component
class EngineSchema implements SchemaPart {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSchema.class);

    private static final String SCRIPTS = "org/operaton/bpm/engine/db/";

    /** Without the two for CMMN, which is switched off. */
    private static final List<String> CREATE =
            List.of("engine", "history", "identity", "decision.engine", "decision.history");

    private static final Pattern VERSION = Pattern.compile("7\\.(\\d+)\\.\\d+");

    private static final String THREE_BYTES = "select table_name from information_schema.tables"
            + " where table_schema = database() and table_name like 'ACT\\_%' and table_collation <> 'utf8mb4_bin'";

    @Override
    public void bringUp(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isMySql(connection)) {
                return;
            }
            for (String script : due(database)) {
                LOG.info("Engine tables: {}", script);
                run(script, statement);
            }
            // The key columns of tables that refer to each other change one after the other.
            statement.execute("set foreign_key_checks = 0");
            for (String table : JdbcClient.create(database)
                    .sql(THREE_BYTES)
                    .query(String.class)
                    .list()) {
                statement.execute("alter table " + table + " convert to character set utf8mb4 collate utf8mb4_bin");
            }
            statement.execute("set foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The engine's tables were not brought up to date. Load the backup, mend the cause, start again.",
                    e);
        }
    }

    @Override
    public List<String> missing(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return isMySql(connection) ? due(database) : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("The version of the engine's tables cannot be read", e);
        }
    }

    /** Names of the engine's scripts that have not run on this database, in their order. */
    private static List<String> due(DataSource database) throws SQLException {
        Optional<Integer> version = version(database);
        if (version.isEmpty()) {
            return CREATE.stream()
                    .map(part -> "create/activiti.mysql.create." + part + ".sql")
                    .toList();
        }
        List<String> upgrades = new ArrayList<>();
        for (int minor = version.get(); ; minor++) {
            String upgrade = "upgrade/mysql_engine_7." + minor + "_to_7." + (minor + 1) + ".sql";
            if (!new ClassPathResource(SCRIPTS + upgrade).exists()) {
                return upgrades;
            }
            upgrades.add(upgrade);
        }
    }

    /** The engine's tables count in the minor versions of 7; empty when there are none. */
    private static Optional<Integer> version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet table =
                        connection.getMetaData().getTables(connection.getCatalog(), null, "ACT_GE_SCHEMA_LOG", null)) {
            if (!table.next()) {
                return Optional.empty();
            }
        }
        return JdbcClient.create(database)
                .sql("select VERSION_ from ACT_GE_SCHEMA_LOG")
                .query(String.class)
                .list()
                .stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(version -> Integer.valueOf(version.group(1)))
                .max(Comparator.naturalOrder());
    }

    /** The row that says the script has run comes last: one that stopped on the way is not taken for done. */
    private static void run(String script, Statement statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try {
            String text = new ClassPathResource(SCRIPTS + script).getContentAsString(StandardCharsets.UTF_8);
            for (String step : text.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!step.isBlank()) {
                    steps.add(step.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        steps.sort(Comparator.comparing(step -> step.contains("insert into ACT_GE_SCHEMA_LOG")));
        for (String step : steps) {
            statement.execute(step);
        }
    }

    private static boolean isMySql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("MySQL");
    }
}
