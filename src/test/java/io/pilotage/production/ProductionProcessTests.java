package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Production as processes of their own, on a real MySQL with its two users. */
class ProductionProcessTests {

    private static final List<String> NO_ARGUMENTS = List.of();

    @Test
    void wrongConfigurationEndsInOneListAndNoStackTrace() {
        try (ApplicationProcess process = ApplicationProcess.launch(
                "production-misconfigured",
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "production",
                        "PILOTAGE_MAIL_ENCRYPTED", "yes",
                        "PILOTAGE_LIMITS_FAILEDSIGNINS", "0"),
                // Production writes its log as JSON, one line for all.
                List.of("--pilotage.demo=true", "--logging.config=classpath:logback-structured.xml"))) {
            assertThat(process.untilItEnds()).isEqualTo(1);
            assertThat(process.said().lines())
                    .anyMatch(line -> line.startsWith("{") && line.contains("APPLICATION FAILED TO START"))
                    .anyMatch(line -> line.startsWith("  1. The demo users are on"))
                    .anyMatch(line -> line.matches("  [0-9]+\\. PILOTAGE_DATABASE_URL is missing.*"));
            assertThat(process.said())
                    .contains(
                            "APPLICATION FAILED TO START",
                            "things are wrong.",
                            "  1. The demo users are on",
                            "PILOTAGE_DATABASE_URL is missing",
                            "PILOTAGE_CLIENT_SECRET is missing",
                            "PILOTAGE_MAIL_ENCRYPTED must be true or false; it is yes.",
                            "pilotage.limits.failed-sign-ins must be a whole number",
                            "docs/guide/operator.md")
                    .doesNotContain("\tat ", "Exception");
        }
    }

    /** The engine's tables as Camunda 7.22 made them, and ours as the first two modules began. */
    @Test
    void databaseOfAnOlderVersionIsBroughtUpByTheMigrationUserOnly() throws IOException {
        ProductionDatabase database = ProductionDatabase.create(MySqlServer.shared());
        Flyway.configure()
                .dataSource(database.url(), "root", "")
                .locations("classpath:db/migration")
                .target("0200")
                .load()
                .migrate();
        OldEngineTables.create(database.admin());

        try (ApplicationProcess node =
                ApplicationProcess.launch("production-too-old", runningOnly(database), NO_ARGUMENTS)) {
            assertThat(node.untilItEnds()).isEqualTo(1);
            assertThat(node.said())
                    .contains(
                            "one thing is wrong.",
                            "  1. The database is older than this version; it lacks migration",
                            "migration 0520 governance,",
                            "upgrade/mysql_engine_7.22_to_7.23.sql, upgrade/mysql_engine_7.23_to_7.24.sql",
                            "PILOTAGE_MIGRATION_USER");
        }
        try (ApplicationProcess node =
                ApplicationProcess.launch("production-upgraded", database.environment(), NO_ARGUMENTS)) {
            node.untilItAnswers();
            keepsEveryCharacter(database);
            assertThat(count(database, "select count(*) from ACT_GE_SCHEMA_LOG where VERSION_ = '7.24.0'"))
                    .isOne();
            assertThat(count(database, "select count(*) from ACT_GE_PROPERTY where NAME_ = 'of the old version'"))
                    .isOne();
        }
    }

    static void keepsEveryCharacter(ProductionDatabase database) {
        assertThat(database.admin()
                        .sql("select table_name from information_schema.tables where table_schema = database()"
                                + " and table_collation <> 'utf8mb4_bin'")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(database.admin()
                        .sql("select concat(table_name, '.', column_name) from information_schema.columns"
                                + " where table_schema = database() and collation_name <> 'utf8mb4_bin'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    static Map<String, String> runningOnly(ProductionDatabase database) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.remove("PILOTAGE_MIGRATION_USER");
        environment.remove("PILOTAGE_MIGRATION_PASSWORD");
        return environment;
    }

    static long count(ProductionDatabase database, String sql) {
        return database.admin().sql(sql).query(Long.class).single();
    }
}
