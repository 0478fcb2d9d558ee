package io.pilotage.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the product may be watched.
 *
 * @param scrapeToken what Prometheus sends as bearer token for {@code /actuator/prometheus}; empty lets nobody in by token
 * @param figuresEvery how long a count is shown before it is counted again, at least ten seconds
 */
@ConfigurationProperties("pilotage.operations")
public record OperationsProperties(
        @DefaultValue("") String scrapeToken,
        @DefaultValue("15s") Duration figuresEvery) {

    private static final int SHORTEST_TOKEN = 24;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

    public OperationsProperties {
        if (!scrapeToken.isEmpty() && scrapeToken.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("pilotage.operations.scrape-token has fewer than " + SHORTEST_TOKEN
                    + " characters and could be guessed. Make one with: openssl rand -hex 32");
        }
        if (figuresEvery.compareTo(SHORTEST_PAUSE) < 0) {
            throw new IllegalArgumentException(
                    "pilotage.operations.figures-every is less than 10s, so that watching would load the database");
        }
    }
}
