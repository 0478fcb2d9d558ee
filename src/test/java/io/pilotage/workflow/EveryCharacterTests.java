package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.HistoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Emoji and rare Chinese characters come back as they were typed, through the door into the engine's tables and ours. */
@PilotageTest
class EveryCharacterTests {

    /** A character of the second plane, one of the supplementary ideographic plane, and a family of four joined signs. */
    private static final String TEXT = "𠮷野家 🚢 👩‍👩‍👧‍👦 Ⅷ";

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HistoryService history;

    @Test
    void titleAnswerAndVariableKeepEmojiAndRareIdeographs() {
        String key = cases.propose(Cases.LOW, Map.of("title", TEXT, "decisionPoint", TEXT));

        assertThat(text("select title from pilot where pilot_key = ?", key)).isEqualTo(TEXT);
        assertThat(jdbc.sql("select v.TEXT_ from ACT_HI_VARINST v join ACT_HI_PROCINST p on p.ID_ = v.PROC_INST_ID_"
                                + " where p.BUSINESS_KEY_ = ? and v.TEXT_ like '%𠮷%'")
                        .param(key)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(text -> text.startsWith(TEXT));
        assertThat(jdbc.sql("select table_name from information_schema.tables where table_schema = database()"
                                + " and table_name like 'ACT\\_%' and table_collation <> 'utf8mb4_bin'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private String text(String sql, String key) {
        return jdbc.sql(sql).param(key).query(String.class).single();
    }
}
