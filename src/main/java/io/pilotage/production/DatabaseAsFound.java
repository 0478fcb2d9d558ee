package io.pilotage.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database itself says: that it is MySQL 8, keeps any character, and lets the running user change no table. */
class DatabaseAsFound implements Demands {

    private static final Pattern CHANGES_TABLES = Pattern.compile(
            "\\b(ALL PRIVILEGES|CREATE|ALTER|DROP|INDEX|REFERENCES|TRIGGER|SUPER|FILE|GRANT OPTION)\\b");

    @Override
    public void check(Settings settings, Reasons reasons) {
        if (!settings.text("spring.datasource.url").startsWith("jdbc:mysql://")) {
            return;
        }
        ask(settings, reasons, "PILOTAGE_DATABASE", database -> asRunningUser(settings, reasons, database));
        if (!settings.isMissing("PILOTAGE_MIGRATION_USER")) {
            ask(
                    settings,
                    reasons,
                    "PILOTAGE_MIGRATION",
                    database -> database.sql("select 1").query(Integer.class).single());
        }
    }

    private static void asRunningUser(Settings settings, Reasons reasons, JdbcClient database) {
        String version = text(database, "select version()");
        reasons.unless(
                version.startsWith("8.") && !version.toLowerCase(Locale.ROOT).contains("mariadb"),
                "The database is " + version + ". Use MySQL 8: others are not tested.");
        reasons.unless(
                text(database, "select @@transaction_isolation").equals("READ-COMMITTED"),
                "The database reads with isolation level " + text(database, "select @@transaction_isolation")
                        + ". The engine needs READ COMMITTED: set transaction-isolation of the server to"
                        + " READ-COMMITTED.");
        reasons.unless(
                text(database, "select timestampdiff(second, utc_timestamp(), now())")
                        .equals("0"),
                "The clock of the database session is not UTC but " + text(database, "select @@session.time_zone")
                        + ". Leave connectionTimeZone out of PILOTAGE_DATABASE_URL.");
        String collation = text(
                database,
                "select default_collation_name from information_schema.schemata where schema_name = database()");
        reasons.unless(
                collation.equals("utf8mb4_bin"),
                "The database has the collation " + collation + ", which loses characters or takes different ids for"
                        + " one. Run: alter database " + text(database, "select database()")
                        + " character set utf8mb4 collate utf8mb4_bin.");
        mayNotChangeTables(
                settings,
                reasons,
                database.sql("show grants").query(String.class).list());
    }

    private static void mayNotChangeTables(Settings settings, Reasons reasons, List<String> grants) {
        reasons.unless(
                grants.stream()
                        .noneMatch(grant -> CHANGES_TABLES
                                .matcher(grant.replaceAll("`[^`]*`", ""))
                                .find()),
                "PILOTAGE_DATABASE_USER (" + settings.text("spring.datasource.username")
                        + ") may change tables. The user for running may only read and write rows:"
                        + " docker/mysql/users.sh makes such a user.");
    }

    private interface Questions {
        void ask(JdbcClient database);
    }

    private static void ask(Settings settings, Reasons reasons, String variables, Questions questions) {
        String user = settings.text(variables + "_USER");
        if (user.isEmpty()) {
            return;
        }
        try (Connection connection = DatabaseConnection.open(settings, user, settings.text(variables + "_PASSWORD"))) {
            questions.ask(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            reasons.unless(false, sentence(variables, user, e));
        }
    }

    private static String sentence(String variables, String user, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "The database turns " + user + " away. Look at " + variables + "_USER and " + variables
                    + "_PASSWORD, and whether docker/mysql/users.sh was run.";
        }
        if (state.equals("42000")) {
            return "The database of PILOTAGE_DATABASE_URL is not there, or " + user
                    + " may not use it. docker/mysql/users.sh makes both.";
        }
        return state.startsWith("08")
                ? "The database does not answer. Look at PILOTAGE_DATABASE_URL, and whether MySQL runs."
                : "The database refuses the connection of " + user + ": " + e.getMessage() + ".";
    }

    private static String text(JdbcClient database, String sql) {
        return String.valueOf(database.sql(sql).query(String.class).single());
    }
}
