package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import io.pilotage.testing.ReverseProxy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                List.of("--pilotage.demo=true"))) {
            assertThat(process.untilItEnds()).isEqualTo(1);
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

    @Test
    void twoNodesOnAnEmptyDatabaseBothComeUp() {
        ProductionDatabase database = ProductionDatabase.create(MySqlServer.shared());
        try (ApplicationProcess one =
                        ApplicationProcess.launch("production-one", database.environment(), NO_ARGUMENTS);
                ApplicationProcess two =
                        ApplicationProcess.launch("production-two", database.environment(), NO_ARGUMENTS)) {
            one.untilItAnswers();
            two.untilItAnswers();

            assertThat(one.said() + two.said()).contains("Another node prepares the database");
            assertThat(count(database, "select count(*) from ACT_RE_DEPLOYMENT"))
                    .isOne();
            assertThat(count(database, "select count(*) from ACT_RU_FILTER where NAME_ = 'My tasks'"))
                    .isOne();
            keepsEveryCharacter(database);
            runningUserChangesRowsAndNothingElse(database);
            bothServeBehindAProxyAndOneGoesOnAlone(one, two);
        }
        try (ApplicationProcess node =
                ApplicationProcess.launch("production-running-only", runningOnly(database), NO_ARGUMENTS)) {
            node.untilItAnswers();
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

    private void bothServeBehindAProxyAndOneGoesOnAlone(ApplicationProcess one, ApplicationProcess two) {
        try (ReverseProxy proxy = ReverseProxy.start("pilotage.example.org", one.port(), two.port())) {
            Set<String> nodes = new TreeSet<>();
            for (int request = 0; request < 4; request++) {
                HttpResponse<String> page = proxy.get("/pilots");
                nodes.add(page.headers().firstValue("X-Node").orElseThrow());
                assertThat(page.statusCode()).isEqualTo(302);
                assertThat(page.headers().firstValue("Location").orElseThrow())
                        .matches("(https://pilotage\\.example\\.org)?/.*");
                assertThat(page.headers().allValues("Set-Cookie"))
                        .isNotEmpty()
                        .allMatch(ProductionProcessTests::isGuarded);
                assertThat(page.headers().firstValue("Strict-Transport-Security"))
                        .hasValueSatisfying(said -> assertThat(said).contains("max-age=31536000"));
            }
            assertThat(proxy.get("/login?lang=de").headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("pilotage-language=de"))
                    .allMatch(ProductionProcessTests::isGuarded);
            assertThat(nodes).hasSize(2);
            one.kill();
            for (int request = 0; request < 4; request++) {
                assertThat(proxy.get("/pilots").statusCode()).isEqualTo(302);
            }
        }
    }

    /** A cookie that travels encrypted, stays with this site, and is read by no script. */
    private static boolean isGuarded(String cookie) {
        return cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax");
    }

    private void keepsEveryCharacter(ProductionDatabase database) {
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

    private void runningUserChangesRowsAndNothingElse(ProductionDatabase database) {
        JdbcClient user = database.runningUser();
        for (String sql : List.of(
                "create table mine (id int)",
                "drop table pilot",
                "alter table pilot add column mine int",
                "truncate table pilot",
                "update trail_entry set kind = 'x'",
                "delete from trail_entry",
                "delete from flyway_schema_history",
                "create user mine identified by 'mine'",
                "grant update on trail_entry to current_user()")) {
            assertThat(catchThrowable(() -> user.sql(sql).update()).getCause())
                    .as(sql)
                    .hasMessageMatching("(?s).*(denied|are not allowed|not authorized).*");
        }
        Set<String> tables = new TreeSet<>(database.admin()
                .sql("select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list());
        Set<String> writable = new TreeSet<>(
                user.sql("select table_name from information_schema.table_privileges where privilege_type = 'INSERT'")
                        .query(String.class)
                        .list());
        tables.remove("flyway_schema_history");
        assertThat(writable).isEqualTo(tables);
        assertThat(tables).containsAll(RowGrants.appendOnly());
    }

    private static Map<String, String> runningOnly(ProductionDatabase database) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.remove("PILOTAGE_MIGRATION_USER");
        environment.remove("PILOTAGE_MIGRATION_PASSWORD");
        return environment;
    }

    private static long count(ProductionDatabase database, String sql) {
        return database.admin().sql(sql).query(Long.class).single();
    }
}
