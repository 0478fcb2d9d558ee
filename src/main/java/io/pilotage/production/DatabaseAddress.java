package io.pilotage.production;

import java.util.Map;
import java.util.TreeMap;

/** The database is a MySQL, spoken to by a user of its own and with the options without which data come back changed. */
class DatabaseAddress implements Demands {

    private static final String URL = "PILOTAGE_DATABASE_URL";
    private static final String EXAMPLE = "jdbc:mysql://mysql:3306/pilotage";

    /** Option to its value, and what goes wrong otherwise. */
    private static final Map<String, String[]> OPTIONS = new TreeMap<>(Map.of(
            "sendFractionalSeconds", new String[] {"false", "timers would be rounded up and fire late"},
            "connectionTimeZone", new String[] {"UTC", "times would be read in another zone"},
            "forceConnectionTimeZoneToSession", new String[] {"true", "the server would keep a zone of its own"},
            "nullDatabaseMeansCurrent", new String[] {"true", "tables of another database would be taken for ours"}));

    @Override
    public void check(Settings settings, Reasons reasons) {
        String url = settings.text("spring.datasource.url");
        if (url.isEmpty()) {
            reasons.unless(false, URL + " is missing. Give the address of a MySQL 8 database, as in " + EXAMPLE + ".");
        } else if (!url.startsWith("jdbc:mysql://")) {
            reasons.unless(
                    false,
                    (url.startsWith("jdbc:h2:") ? "The database is H2, which is for trying. " : "") + URL
                            + " must be the address of a MySQL 8 database, as in " + EXAMPLE + ".");
        } else {
            Map<String, String> options = DatabaseConnection.options(settings);
            OPTIONS.forEach((option, right) -> reasons.unless(
                    right[0].equalsIgnoreCase(options.get(option)),
                    "The connection to the database has " + option + "=" + options.get(option) + ", so that " + right[1]
                            + ". Leave it out of " + URL + ": it is set to " + right[0] + "."));
            boolean encrypted = !"DISABLED".equalsIgnoreCase(options.get("sslMode"))
                    && !"false".equalsIgnoreCase(options.get("useSSL"));
            reasons.unless(
                    encrypted || url.matches("jdbc:mysql://127\\.0\\.0\\.1[:/].*"),
                    "The connection to the database is not encrypted. Leave sslMode=DISABLED and useSSL=false out of "
                            + URL + ".");
        }
        reasons.unless(
                settings.is("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED"),
                "The isolation level is not READ COMMITTED, on which the engine depends."
                        + " Set spring.datasource.hikari.transaction-isolation to TRANSACTION_READ_COMMITTED.");
        String user = settings.text("spring.datasource.username");
        reasons.unless(!user.isEmpty(), "PILOTAGE_DATABASE_USER is missing. docker/mysql/users.sh makes one.");
        reasons.unless(
                user.isEmpty() || !user.equals(settings.text("PILOTAGE_MIGRATION_USER")),
                "PILOTAGE_DATABASE_USER and PILOTAGE_MIGRATION_USER are the same. The user for running must not be able"
                        + " to change tables: docker/mysql/users.sh makes two.");
    }
}
