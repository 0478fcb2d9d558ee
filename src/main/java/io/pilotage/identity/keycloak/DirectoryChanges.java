package io.pilotage.identity.keycloak;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.identity.RolesLost;
import io.pilotage.identity.WithKeycloak;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what changed in Keycloak, and notes with it whose roles are lost, so that none is forgotten. */
@Service
@WithKeycloak
class DirectoryChanges {

    private final People people;
    private final DirectoryCopy copy;
    private final DirectoryBook book;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DirectoryChanges(
            People people, DirectoryCopy copy, DirectoryBook book, Clock clock, ApplicationEventPublisher events) {
        this.people = people;
        this.copy = copy;
        this.book = book;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes the copy say what Keycloak says of the person. An answer that comes late is left out: when the copy has learnt
     * something since the question, that is newer, and the next comparison tells.
     *
     * @param now empty when there is no such person any more
     * @param taken what {@link DirectoryBook#taken(String)} was before Keycloak was asked
     */
    @Transactional
    public void take(String id, Optional<Entry> now, long taken) {
        if (isKnown(id, now)) {
            return;
        }
        book.lock();
        if (book.taken(id) != taken) {
            return;
        }
        Person before = people.find(id).orElse(null);
        now.ifPresentOrElse(
                entry -> {
                    copy.put(entry);
                    book.remember(id, entry.name());
                },
                () -> {
                    copy.remove(id);
                    book.rememberGone(id);
                });
        Set<Role> lost = lost(before, now);
        if (before != null
                && (now.isEmpty() || !lost.isEmpty())
                && !before.roles().isEmpty()) {
            book.lost(new RolesLost(id, lost, now.isEmpty()), clock.instant());
        }
    }

    /** Tells once that roles are lost; when that fails, it is told again at the next comparison. */
    @Transactional
    public void settle(DirectoryBook.Loss loss) {
        if (book.settles(loss)) {
            events.publishEvent(loss.lost());
        }
    }

    private boolean isKnown(String id, Optional<Entry> now) {
        Optional<Person> before = people.find(id);
        return now.isEmpty() ? before.isEmpty() : before.filter(now.get()::says).isPresent();
    }

    private static Set<Role> lost(@Nullable Person before, Optional<Entry> now) {
        Set<Role> lost = new HashSet<>(before == null ? Set.of() : before.roles());
        now.ifPresent(entry -> lost.removeAll(entry.roles()));
        return lost;
    }
}
