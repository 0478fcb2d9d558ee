package io.pilotage.audit;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.TrailCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chains in a database, followed by the verifier from their first entry to their last, without checkpoints. */
public final class StoredChains {

    private StoredChains() {}

    /** What the verifier said. */
    public record Verdict(long entries, long chains, List<String> problems) {}

    /** @param which SQL condition on the column {@code chain}, such as {@code chain like 'P-%'} */
    public static Verdict check(JdbcClient jdbc, String which) {
        Map<String, List<PersonalValue>> personal = new HashMap<>();
        jdbc.sql("select chain, entry_number, field, salt, personal_value from trail_personal where " + which)
                .query(row -> {
                    TrailCheck.add(
                            personal,
                            row.getString(1),
                            row.getLong(2),
                            new PersonalValue(row.getString(3), row.getString(4), row.getString(5)));
                });
        List<ChainEntry> entries = jdbc.sql("select chain, entry_number, content, hash from trail_entry where " + which
                        + " order by chain, entry_number")
                .query((row, number) ->
                        new ChainEntry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
        Findings findings = new Findings();
        TrailCheck check = new TrailCheck(findings);
        check.next(entries, personal, new HashMap<>(), TrailCheck.nothing());
        check.end();
        return new Verdict(
                check.entries(),
                check.chains(),
                findings.list().stream().map(String::valueOf).toList());
    }
}
