package io.pilotage.notification;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The programs that are told what happens.
 *
 * @param webhook receivers by name
 */
@ConfigurationProperties("pilotage")
record WebhookProperties(@DefaultValue Map<String, Receiver> webhook) {

    /**
     * One program.
     *
     * @param url where it is told
     * @param secret known to it and us only: what it is told is signed with it
     * @param events what it wants to hear; empty for everything
     */
    record Receiver(URI url, String secret, @DefaultValue Set<String> events) {

        public Receiver {
            if (secret == null || secret.isBlank()) {
                throw new IllegalArgumentException(
                        "A receiver of webhooks needs a secret: pilotage.webhook.<name>.secret");
            }
        }

        boolean wants(String event) {
            return events.isEmpty() || events.contains(event);
        }
    }
}
