package io.pilotage.audit;

import io.pilotage.verify.PersonalValue;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person from the trail (GDPR art. 17): who they are, and what they wrote freely. The chains hold, and each says
 * at its end which values went, by whom and why.
 */
@Service
public class Erasure {

    /** Shorter words may stand in a text by chance. */
    private static final int LONGER = 12;

    private final JdbcClient jdbc;
    private final TrailEntries entries;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Erasure(JdbcClient jdbc, TrailEntries entries, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What an erasure removes, or has removed.
     *
     * @param copies what others were shown in which the person is named or their words stand; they go as well
     */
    public record Erased(int chains, int values, int copies) {}

    /** A value that is still there. */
    private record Kept(String person, long entry, PersonalValue value) {}

    /** What the trail holds of a person now: the first of two steps, which changes nothing. */
    @Transactional(readOnly = true)
    public Erased held(String person, String name) {
        List<String> chains = chainsOf(person);
        int values = 0;
        int copies = 0;
        for (String chain : chains) {
            List<Kept> own = own(chain, person);
            values += own.size();
            copies += copies(chain, person, name, own).size();
        }
        return new Erased(chains.size(), values, copies);
    }

    /**
     * Erases chain by chain, each whole or not at all; after a fault it can be done again and goes on where it stopped.
     *
     * @param person id of the person to erase
     * @param name how the person is shown to others; the id where there is no name any more
     * @param actor id of the administrator
     * @param reason for the record, at least a few words
     * @throws IllegalArgumentException when no person or no reason is given
     */
    public Erased erase(String person, String name, String actor, String reason) {
        if (person.isBlank() || person.equals(TrailEntry.PRODUCT) || reason.isBlank()) {
            throw new IllegalArgumentException("An erasure needs a person and a reason");
        }
        List<String> chains = chainsOf(person);
        int values = 0;
        int copies = 0;
        for (String chain : chains) {
            Erased gone = Objects.requireNonNull(
                    transaction.execute(status -> eraseFrom(chain, person, name, actor, reason)));
            values += gone.values();
            copies += gone.copies();
        }
        int all = values + copies;
        transaction.executeWithoutResult(status ->
                entries.append(TrailEntry.of(Undertaking.ERASURE.chain(), clock.instant(), actor, "personErased")
                        .argument("values", all)
                        .words("reason", reason)
                        .details(Map.of("chains", chains.size(), "commitments", List.of()))
                        .build()));
        return new Erased(chains.size(), values, copies);
    }

    private List<String> chainsOf(String person) {
        return jdbc.sql("select distinct chain from trail_personal where person = ? order by chain")
                .param(person)
                .query(String.class)
                .list();
    }

    private Erased eraseFrom(String chain, String person, String name, String actor, String reason) {
        entries.hold(chain);
        List<Kept> own = own(chain, person);
        if (own.isEmpty()) {
            return new Erased(0, 0, 0);
        }
        List<Kept> copies = copies(chain, person, name, own);
        jdbc.sql("delete from trail_personal where chain = ? and person = ?")
                .params(chain, person)
                .update();
        copies.forEach(copy -> jdbc.sql("delete from trail_personal where chain = ? and entry_number = ? and field = ?")
                .params(chain, copy.entry(), copy.value().field())
                .update());
        List<String> commitments = Stream.concat(own.stream(), copies.stream())
                .map(kept -> kept.value().commitment())
                .toList();
        entries.append(TrailEntry.of(chain, clock.instant(), actor, "personErased")
                .argument("values", commitments.size())
                .words("reason", reason)
                .details(Map.of("commitments", commitments))
                .build());
        return new Erased(1, own.size(), copies.size());
    }

    private List<Kept> own(String chain, String person) {
        return kept("person = ?", chain, person);
    }

    /** What others were shown holds the person where it names them, or repeats something longer that they wrote. */
    private List<Kept> copies(String chain, String person, String name, List<Kept> own) {
        Set<String> marks = new HashSet<>(List.of(person, name));
        own.stream()
                .map(kept -> kept.value().value())
                .filter(words -> words.length() >= LONGER)
                .map(EntryContent::quoted)
                .forEach(marks::add);
        return kept("person <> ? and field = 'details/seen'", chain, person).stream()
                .filter(shown -> marks.stream().anyMatch(shown.value().value()::contains))
                .toList();
    }

    private List<Kept> kept(String which, String chain, String person) {
        return jdbc.sql("select person, entry_number, field, salt, personal_value from trail_personal"
                        + " where chain = ? and " + which + " order by entry_number, field")
                .params(chain, person)
                .query((row, number) -> new Kept(
                        row.getString(1),
                        row.getLong(2),
                        new PersonalValue(row.getString(3), row.getString(4), row.getString(5))))
                .list();
    }
}
