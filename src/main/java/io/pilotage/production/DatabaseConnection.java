package io.pilotage.production;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A connection outside of the pool, with the options that the pool uses. */
final class DatabaseConnection {

    private static final String POOL_OPTIONS = "spring.datasource.hikari.data-source-properties";

    private DatabaseConnection() {}

    /** Option to value, as the driver sees them: those of the pool win over those of the address. */
    static Map<String, String> options(Settings settings) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String url = settings.text("spring.datasource.url");
        if (url.contains("?")) {
            for (String option : url.substring(url.indexOf('?') + 1).split("&")) {
                String[] parts = option.split("=", 2);
                options.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        options.putAll(settings.below(POOL_OPTIONS));
        return options;
    }

    /** @throws SQLException when the server does not answer or turns the user away */
    static Connection open(Settings settings, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(settings.below(POOL_OPTIONS));
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(settings.text("spring.datasource.url"), properties);
    }
}
