package io.pilotage.production;

import java.util.List;
import javax.sql.DataSource;

/** Tables that are not ours to migrate, but that must be up to date before anything starts; the engine's, for example. */
public interface SchemaPart {

    /** Creates or upgrades the tables. @throws IllegalStateException when that is not possible, with the way out */
    void bringUp(DataSource database);

    /** What has not been brought up yet, in words; empty when nothing is missing. Changes nothing. */
    List<String> missing(DataSource database);
}
