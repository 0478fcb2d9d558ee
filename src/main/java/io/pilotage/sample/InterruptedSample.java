package io.pilotage.sample;

import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Begins anew where the product was killed while the sample portfolio was played: half of it makes no sense, and nobody
 * has worked there, because no page opens before it is played. Looks before anything else touches the database.
 */
@Component
@ConditionalOnProperty("pilotage.sample")
class InterruptedSample implements FlywayConfigurationCustomizer {

    /** Name of the note that says how far the sample is. */
    static final String MARK = "pilotage.sample";

    static final String PLAYING = "playing";
    static final String PLAYED = "played";

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedSample.class);
    private static final String NOTES = "ACT_GE_PROPERTY";

    @Override
    public void customize(FluentConfiguration flyway) {
        DataSource database = flyway.getDataSource();
        if (database != null && isInterrupted(database)) {
            LOG.warn("Sample portfolio: it was interrupted when the product last stopped, and begins anew");
            new JdbcTemplate(database).execute("drop all objects");
        }
    }

    /** Only the embedded database is emptied: elsewhere a sample is switched on by hand, and somebody looks. */
    private static boolean isInterrupted(DataSource database) {
        try {
            boolean kept = JdbcUtils.extractDatabaseMetaData(database, data -> {
                boolean embedded = DatabaseDriver.fromJdbcUrl(data.getURL()) == DatabaseDriver.H2;
                try (var tables = data.getTables(null, null, NOTES, null)) {
                    return embedded && tables.next();
                }
            });
            return kept
                    && JdbcClient.create(database)
                            .sql("select VALUE_ from " + NOTES + " where NAME_ = ?")
                            .param(MARK)
                            .query(String.class)
                            .optional()
                            .filter(PLAYING::equals)
                            .isPresent();
        } catch (MetaDataAccessException unknown) {
            throw new IllegalStateException("The database does not say what it holds", unknown);
        }
    }
}
