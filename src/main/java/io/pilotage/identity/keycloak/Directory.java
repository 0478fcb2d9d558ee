package io.pilotage.identity.keycloak;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.WithKeycloak;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Who may be let in now. Keycloak is asked again for everybody at work every few seconds, outside any transaction; while
 * it does not answer, the roles last known count for a limited time.
 */
@Service
@WithKeycloak
public class Directory {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final int MOST_REMEMBERED = 20_000;

    private final Keycloak keycloak;
    private final DirectoryChanges changes;
    private final DirectoryBook book;
    private final People people;
    private final IdentityProperties properties;
    private final Clock clock;
    private final Map<String, Confirmed> confirmed = new ConcurrentHashMap<>();
    private volatile long askAgain = System.nanoTime();

    Directory(
            Keycloak keycloak,
            DirectoryChanges changes,
            DirectoryBook book,
            People people,
            IdentityProperties properties,
            Clock clock) {
        this.keycloak = keycloak;
        this.changes = changes;
        this.book = book;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The person with the roles they hold now, or empty when they are gone or locked.
     *
     * @throws KeycloakAway when Keycloak has not answered for longer than the grace time
     */
    public Optional<Person> confirmed(String id) {
        Instant now = clock.instant();
        Confirmed known = confirmed.get(id);
        if (known != null && known.isFresh(now, properties)) {
            return known.person();
        }
        if (System.nanoTime() - askAgain >= 0) {
            try {
                long taken = book.taken(id);
                changes.take(id, keycloak.person(id), taken);
                return remember(id, now);
            } catch (KeycloakAway away) {
                LOG.warn("Keycloak does not answer, so roles last known count: {}", away.getMessage());
                askAgain = System.nanoTime() + properties.recheckAfter().toNanos();
            }
        }
        return lastKnown(id, known, now);
    }

    private Optional<Person> lastKnown(String id, @org.jspecify.annotations.Nullable Confirmed known, Instant now) {
        Instant compared = book.comparedAt();
        Instant last = known == null || known.at().isBefore(compared) ? compared : known.at();
        if (last.plus(properties.grace()).isBefore(now)) {
            throw new KeycloakAway("Keycloak has not confirmed anybody since " + last);
        }
        return Optional.of(people.find(id)
                .orElseThrow(
                        () -> new KeycloakAway("Nobody knows yet who " + id + " is, and Keycloak does not answer")));
    }

    private Optional<Person> remember(String id, Instant now) {
        if (confirmed.size() >= MOST_REMEMBERED) {
            confirmed.clear();
        }
        Confirmed fresh = new Confirmed(now, people.find(id));
        confirmed.put(id, fresh);
        return fresh.person();
    }

    /** What Keycloak said of a person, and when. */
    private record Confirmed(Instant at, Optional<Person> person) {

        boolean isFresh(Instant now, IdentityProperties properties) {
            return !at.isAfter(now) && at.plus(properties.recheckAfter()).isAfter(now);
        }
    }
}
