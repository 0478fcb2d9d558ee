package io.pilotage.audit;

import io.pilotage.verify.PersonalValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person from the trail (GDPR art. 17): who they are, and what they wrote freely. The chains hold, and each says
 * at its end which values went, by whom and why.
 */
@Service
public class Erasure {

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

    /** What an erasure removed. */
    public record Erased(int chains, int values) {}

    /**
     * Erases chain by chain, each whole or not at all; after a fault it can be done again and goes on where it stopped.
     *
     * @param person id of the person to erase
     * @param actor id of the administrator
     * @param reason for the record, at least a few words
     * @throws IllegalArgumentException when no person or no reason is given
     */
    public Erased erase(String person, String actor, String reason) {
        if (person.isBlank() || person.equals(TrailEntry.PRODUCT) || reason.isBlank()) {
            throw new IllegalArgumentException("An erasure needs a person and a reason");
        }
        List<String> chains = jdbc.sql("select distinct chain from trail_personal where person = ? order by chain")
                .param(person)
                .query(String.class)
                .list();
        int values = 0;
        for (String chain : chains) {
            Integer gone = transaction.execute(status -> eraseFrom(chain, person, actor, reason));
            values += gone == null ? 0 : gone;
        }
        int all = values;
        transaction.executeWithoutResult(status ->
                entries.append(TrailEntry.of(Undertaking.ERASURE.chain(), clock.instant(), actor, "personErased")
                        .argument("values", all)
                        .words("reason", reason)
                        .details(Map.of("chains", chains.size(), "commitments", List.of()))
                        .build()));
        return new Erased(chains.size(), values);
    }

    private int eraseFrom(String chain, String person, String actor, String reason) {
        entries.hold(chain);
        List<String> commitments = jdbc.sql(
                        "select field, salt, personal_value from trail_personal where chain = ? and person = ?")
                .params(chain, person)
                .query((row, number) ->
                        new PersonalValue(row.getString(1), row.getString(2), row.getString(3)).commitment())
                .list();
        if (commitments.isEmpty()) {
            return 0;
        }
        jdbc.sql("delete from trail_personal where chain = ? and person = ?")
                .params(chain, person)
                .update();
        entries.append(TrailEntry.of(chain, clock.instant(), actor, "personErased")
                .argument("values", commitments.size())
                .words("reason", reason)
                .details(Map.of("commitments", commitments))
                .build());
        return commitments.size();
    }
}
