package io.pilotage.seal;

import io.pilotage.audit.RepeatsTheTrail;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.JsonPart;
import io.pilotage.verify.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds each sealed text against its hash and against the entry that holds the same text; finds entries without a row. */
@Component
class SealRowsCheck implements RepeatsTheTrail {

    private static final String ROWS = """
            select s.pilot_key, s.kind, s.version, s.content, s.sha256, s.entry_number, e.content
            from seal s left join trail_entry e on e.chain = s.pilot_key and e.entry_number = s.entry_number
            order by s.pilot_key, s.kind, s.version""";

    private static final String WITHOUT_ROW = """
            select e.chain, e.entry_number from trail_entry e where e.kind = 'sealed' and not exists
            (select 1 from seal s where s.pilot_key = e.chain and s.entry_number = e.entry_number)
            order by e.chain, e.entry_number""";

    private final JdbcClient jdbc;

    SealRowsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void check(Findings findings) {
        jdbc.sql(ROWS).query(row -> {
            String place = ChainEntry.place(row.getString(1), row.getLong(6));
            String name = "the seal " + row.getString(2) + ", version " + row.getInt(3);
            if (!Sha256.hex(row.getString(4)).equals(row.getString(5))) {
                findings.add(place, name + ", is not the text that its hash was made of");
            } else if (!row.getString(4).equals(sealedIn(row.getString(7)))) {
                findings.add(place, name + ", is not what its entry says");
            }
        });
        jdbc.sql(WITHOUT_ROW).query(row -> {
            findings.add(ChainEntry.place(row.getString(1), row.getLong(2)), "the seal of this entry is missing");
        });
    }

    private static @Nullable String sealedIn(@Nullable String entry) {
        try {
            return entry == null ? null : JsonPart.of(entry, "details", "content");
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
