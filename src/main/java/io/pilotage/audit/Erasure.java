package io.pilotage.audit;

import io.pilotage.verify.PersonalValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person (GDPR art. 17): from the trail who they are, what they wrote freely, and what others wrote that names
 * them; from the text of all other tables their name. The chains hold, and each says at its end which values went, by whom
 * and why.
 */
@Service
public class Erasure {

    /** Shorter words may stand in a text by chance. */
    private static final int LONGER = 12;

    /** Where an entry holds what a form showed beside its questions. */
    private static final String SEEN = "details/seen";

    private final JdbcClient jdbc;
    private final TrailEntries entries;
    private final NamesInTables tables;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Erasure(
            JdbcClient jdbc,
            TrailEntries entries,
            NamesInTables tables,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.tables = tables;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What an erasure removes, or has removed.
     *
     * @param copies what others wrote, agreed on or were shown in which the person is named or their words stand; they go
     *     as well
     * @param texts in other tables that name the person; they stay without the name
     */
    public record Erased(int chains, int values, int copies, int texts) {

        /** All that changes: whoever erases has seen this number. */
        public int all() {
            return values + copies + texts;
        }
    }

    /** A value that is still there. */
    private record Kept(String person, long entry, PersonalValue value) {}

    /**
     * What the trail holds of a person now: the first of two steps, which changes nothing.
     *
     * @param names how the person is named in texts beside the id; only whole words count
     */
    @Transactional(readOnly = true)
    public Erased held(String person, Collection<String> names) {
        Spellings spellings = Spellings.of(person, names);
        List<String> chains = chainsOf(person, spellings);
        int values = 0;
        int copies = 0;
        int touched = 0;
        for (String chain : chains) {
            List<Kept> own = own(chain, person);
            int others = copies(chain, person, spellings, own).size();
            values += own.size();
            copies += others;
            touched += own.size() + others > 0 ? 1 : 0;
        }
        return new Erased(touched, values, copies, tables.count(spellings));
    }

    /**
     * Erases chain by chain, each whole or not at all, and then from the other tables; after a fault it can be done again
     * and goes on where it stopped.
     *
     * @param person id of the person to erase
     * @param names how the person is named in texts beside the id
     * @param actor id of the administrator
     * @param reason for the record, at least a few words
     * @throws IllegalArgumentException when no person or no reason is given
     */
    public Erased erase(String person, Collection<String> names, String actor, String reason) {
        if (person.isBlank() || person.equals(TrailEntry.PRODUCT) || reason.isBlank()) {
            throw new IllegalArgumentException("An erasure needs a person and a reason");
        }
        Spellings spellings = Spellings.of(person, names);
        int chains = 0;
        int values = 0;
        int copies = 0;
        for (String chain : chainsOf(person, spellings)) {
            Erased gone = Objects.requireNonNull(
                    transaction.execute(status -> eraseFrom(chain, person, spellings, actor, reason)));
            chains += gone.chains();
            values += gone.values();
            copies += gone.copies();
        }
        Erased gone = new Erased(chains, values, copies, 0);
        return Objects.requireNonNull(transaction.execute(status -> eraseFromTables(spellings, gone, actor, reason)));
    }

    private Erased eraseFromTables(Spellings spellings, Erased fromChains, String actor, String reason) {
        Erased gone =
                new Erased(fromChains.chains(), fromChains.values(), fromChains.copies(), tables.leaveOut(spellings));
        entries.append(TrailEntry.of(Undertaking.ERASURE.chain(), clock.instant(), actor, "personErased")
                .argument("values", gone.all())
                .words("reason", reason)
                .details(Map.of("chains", gone.chains(), "texts", gone.texts(), "commitments", List.of()))
                .build());
        return gone;
    }

    /** Every chain with a value of the person, or with a text in which one of the spellings stands, maybe within a word. */
    private List<String> chainsOf(String person, Spellings spellings) {
        List<Object> values = new ArrayList<>(List.of(person));
        values.addAll(spellings.all());
        return jdbc.sql("select distinct chain from trail_personal where person = ?"
                        + " or locate(lower(?), lower(personal_value)) > 0"
                                .repeat(spellings.all().size())
                        + " order by chain")
                .params(values)
                .query(String.class)
                .list();
    }

    private Erased eraseFrom(String chain, String person, Spellings spellings, String actor, String reason) {
        entries.hold(chain);
        List<Kept> own = own(chain, person);
        List<Kept> copies = copies(chain, person, spellings, own);
        if (own.isEmpty() && copies.isEmpty()) {
            return new Erased(0, 0, 0, 0);
        }
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
        return new Erased(1, own.size(), copies.size(), 0);
    }

    private List<Kept> own(String chain, String person) {
        return kept("person = ?", chain, person);
    }

    /** What names the person, but for who others are; of what others were shown also that which repeats something longer that they wrote. */
    private List<Kept> copies(String chain, String person, Spellings spellings, List<Kept> own) {
        List<String> words = own.stream()
                .map(kept -> kept.value().value())
                .filter(written -> written.length() >= LONGER)
                .map(EntryContent::quoted)
                .toList();
        return kept("person <> ?", chain, person).stream()
                .filter(other -> !other.value().value().equals(other.person()))
                .filter(other -> spellings.standIn(other.value().value())
                        || other.value().field().equals(SEEN)
                                && words.stream().anyMatch(other.value().value()::contains))
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
