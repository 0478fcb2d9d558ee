package io.pilotage.production;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets one node after the other prepare the database: from the first migration until models, grants and filters are in
 * it. The lock belongs to a database connection, so a node that dies leaves none behind. Only MySQL has several nodes.
 */
@Component
class StartLock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);

    /** Seconds; longer than any migration should take. */
    private static final int PATIENCE = 600;

    private @Nullable Connection holder;
    private boolean started;

    /** Waits until no other node prepares the same database. @throws IllegalStateException after ten minutes */
    void take(DataSource database) {
        try {
            Connection connection = database.getConnection();
            if (!connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
                connection.close();
                return;
            }
            holder = connection;
            if (!ask(connection, 0)) {
                LOG.info("Another node prepares the database; this one waits for it");
                if (!ask(connection, PATIENCE)) {
                    throw new IllegalStateException("Another node has been preparing the database for " + PATIENCE / 60
                            + " minutes. Look at its log, end it if it hangs, and start again.");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away while this node waited for its turn", e);
        }
    }

    private static boolean ask(Connection connection, int seconds) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("select get_lock(concat('pilotage ', md5(database())), ?)")) {
            question.setInt(1, seconds);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getInt(1) == 1;
            }
        }
    }

    /** The web server starts after this. */
    @Override
    public void start() {
        release();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @PreDestroy
    void release() {
        Connection connection = holder;
        holder = null;
        if (connection == null) {
            return;
        }
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("select release_all_locks()");
        } catch (SQLException e) {
            LOG.info("The database had already let go of the start lock: {}", e.getMessage());
        }
    }
}
