package io.pilotage.production;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may change tables.
 *
 * @param user database user that creates and upgrades tables at start; empty when this node has none
 * @param password of that user
 * @param ownUser whether the user for running may do it when there is no other; never in production
 */
@ConfigurationProperties("pilotage.migration")
record MigrationProperties(
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean ownUser) {

    boolean hasUser() {
        return !user.isBlank();
    }
}
