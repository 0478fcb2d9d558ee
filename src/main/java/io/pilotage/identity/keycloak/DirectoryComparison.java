package io.pilotage.identity.keycloak;

import io.pilotage.identity.WithKeycloak;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares everybody who holds a role with Keycloak, on one node at a time, and has settled what those who lost a role
 * answered for. It is no engine job, because engine jobs call no other machine.
 */
@Component
@WithKeycloak
class DirectoryComparison {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryComparison.class);

    private final Keycloak keycloak;
    private final DirectoryChanges changes;
    private final DirectoryCopy copy;
    private final DirectoryBook book;
    private final IdentityProperties properties;
    private final Clock clock;

    DirectoryComparison(
            Keycloak keycloak,
            DirectoryChanges changes,
            DirectoryCopy copy,
            DirectoryBook book,
            IdentityProperties properties,
            Clock clock) {
        this.keycloak = keycloak;
        this.changes = changes;
        this.copy = copy;
        this.book = book;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pilotage.identity.compare-every:PT5S}")
    void compareInTurn() {
        // Real time decides the turn, because nodes agree on it even where the engine's clock is moved.
        if (book.claims(Instant.now(), properties.compareEvery().multipliedBy(9).dividedBy(10))) {
            try {
                compare();
            } catch (KeycloakAway away) {
                LOG.warn("People could not be compared with Keycloak: {}", away.getMessage());
            }
            book.losses().forEach(this::settle);
        }
    }

    /** When everybody was last compared with Keycloak. */
    Instant comparedAt() {
        return book.comparedAt();
    }

    private void compare() {
        Instant asked = clock.instant();
        Map<String, Long> taken = book.taken();
        Map<String, Entry> now = keycloak.everybody();
        now.forEach((id, entry) -> take(id, Optional.of(entry), taken.getOrDefault(id, 0L)));
        Set<String> without = new HashSet<>(copy.ids());
        without.removeAll(now.keySet());
        without.forEach(id -> take(id, keycloak.person(id), taken.getOrDefault(id, 0L)));
        book.compared(asked);
    }

    private void take(String id, Optional<Entry> entry, long taken) {
        try {
            changes.take(id, entry, taken);
        } catch (RuntimeException e) {
            LOG.error("What Keycloak says of person {} could not be taken over; it is tried again", id, e);
        }
    }

    private void settle(DirectoryBook.Loss loss) {
        try {
            changes.settle(loss);
        } catch (RuntimeException e) {
            LOG.error(
                    "What person {} answered for is not passed on yet; it is tried again",
                    loss.lost().person(),
                    e);
        }
    }

    /** The comparison has a clock of its own. */
    @Configuration(proxyBeanMethods = false)
    @WithKeycloak
    @EnableScheduling
    static class Running {}
}
