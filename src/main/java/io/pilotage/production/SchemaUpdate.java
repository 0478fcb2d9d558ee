package io.pilotage.production;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to date in the right order, one node at a time: our tables, then the engine's, then what the
 * running user may do with them. A node without a user that may do it only looks, and refuses to start on an older
 * database.
 */
@Component
class SchemaUpdate implements FlywayMigrationStrategy {

    private final MigrationProperties properties;
    private final List<SchemaPart> parts;
    private final StartLock lock;
    private final RowGrants grants;
    private final DataSource running;

    SchemaUpdate(
            MigrationProperties properties,
            List<SchemaPart> parts,
            StartLock lock,
            RowGrants grants,
            DataSource running) {
        this.properties = properties;
        this.parts = parts;
        this.lock = lock;
        this.grants = grants;
        this.running = running;
    }

    @Override
    public void migrate(Flyway flyway) {
        DataSource migrating = flyway.getConfiguration().getDataSource();
        lock.take(migrating);
        if (!properties.hasUser() && !properties.ownUser()) {
            refuseIfOld(flyway, migrating);
            return;
        }
        flyway.migrate();
        parts.forEach(part -> part.bringUp(migrating));
        if (properties.hasUser()) {
            grants.give(migrating, running);
        }
    }

    private void refuseIfOld(Flyway flyway, DataSource database) {
        List<String> missing = new ArrayList<>();
        Arrays.stream(flyway.info().pending())
                .forEach(migration ->
                        missing.add("migration " + migration.getVersion() + " " + migration.getDescription()));
        parts.forEach(part -> missing.addAll(part.missing(database)));
        if (!missing.isEmpty()) {
            throw new StartRefused(List.of("The database is older than this version; it lacks "
                    + String.join(", ", missing) + ". Start one node with PILOTAGE_MIGRATION_USER and"
                    + " PILOTAGE_MIGRATION_PASSWORD first; make a backup before."));
        }
    }
}
