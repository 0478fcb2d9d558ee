package io.pilotage.identity.web;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often is too often, each per minute and node. What fails is counted, not what succeeds, so an office behind one
 * address signs in as it likes.
 *
 * @param failedSignIns of one name from one address
 * @param failedSignInsOfAddress of one address, whatever the names
 * @param uploads of files, models and tables by one person
 * @param exports of tables and dossiers by one person
 * @param figures calls of one system that brings figures by itself
 */
@ConfigurationProperties("pilotage.limits")
record RateLimits(
        @DefaultValue("10") int failedSignIns,
        @DefaultValue("200") int failedSignInsOfAddress,
        @DefaultValue("30") int uploads,
        @DefaultValue("30") int exports,
        @DefaultValue("600") int figures) {

    RateLimits {
        if (Stream.of(failedSignIns, failedSignInsOfAddress, uploads, exports, figures)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("A limit below pilotage.limits must be 1 or more");
        }
    }
}
