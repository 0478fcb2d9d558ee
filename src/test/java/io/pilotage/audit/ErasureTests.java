package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Whoever is erased is gone, from their own entries and from what others wrote, and every chain holds. */
class ErasureTests extends TrailDatabase {

    private static final List<String> NAMES = List.of("Anna A.");

    @Autowired
    Erasure erasure;

    @Test
    void erasedPersonIsGoneAndEveryChainHolds() {
        assertThat(erasure.held("anna", NAMES)).isEqualTo(new Erasure.Erased(5, 30, 0, 0));
        assertThat(erasure.erase("anna", NAMES, "process-admin", "asked for by letter"))
                .isEqualTo(new Erasure.Erased(5, 30, 0, 0));
        assertThat(jdbc.sql("select count(*) from trail_personal where person = 'anna' or personal_value = 'anna'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(trail.of("P-1", TrailFilter.ALL, PageRequest.of(0, 9))
                        .map(recorded -> recorded.entry().actor()))
                .containsExactly("process-admin", TrailEntry.ERASED, TrailEntry.ERASED, TrailEntry.ERASED);
        assertThat(check.check().findings()).isEmpty();
        checkpoints.take();
        assertThat(check.check().findings()).isEmpty();
        assertThat(erasure.erase("anna", NAMES, "process-admin", "once more"))
                .isEqualTo(new Erasure.Erased(0, 0, 0, 0));
    }

    @Test
    void whatOthersWereShownOfAnErasedPersonGoesAsWell() {
        String words = "My boss \"knows\" it";
        append("P-1", "anna", Map.of("reason", Personal.words(words, "anna")));
        append("P-1", "bert", seen("{\"context\":\"My boss \\\"knows\\\" it, she said\"}"));
        append("P-1", "carl", seen("{\"owner\":\"Anna A.\"}"));
        append("P-1", "dora", seen("{\"owner\":\"bert\"}"));
        assertThat(erasure.held("anna", NAMES).copies()).isEqualTo(2);
        assertThat(erasure.erase("anna", NAMES, "process-admin", "asked for by letter")
                        .copies())
                .isEqualTo(2);
        assertThat(trail.of("P-1", TrailFilter.ALL, PageRequest.of(0, 4))
                        .map(recorded ->
                                String.valueOf(recorded.entry().details().get("seen"))))
                .containsExactly("null", "{\"owner\":\"bert\"}", TrailEntry.ERASED, TrailEntry.ERASED);
        assertThat(check.check().findings()).isEmpty();
    }

    /** Contracts, reasons and notes of others, on whichever case; what merely sounds like the name stays. */
    @Test
    void whatOthersWroteGoesWhereItNamesTheErasedPerson() {
        append("P-8", "bert", Map.of("reason", Personal.words("ANNA a. wanted it", "bert")));
        append("P-8", "bert", Map.of("goodEnough", Personal.text("when Anna A. says so")));
        append(
                "P-8",
                "bert",
                Map.of(
                        "owner",
                        Personal.person("anna-2"),
                        "seen",
                        seen("{\"a\":\"\\nAnna A.\"}").get("seen")));
        append("P-8", "bert", Map.of("reason", Personal.words("Anna Abel and Joanna A.", "bert")));
        append("P-8", "bert", Map.of("escalation", Personal.text("ask the desk")));
        assertThat(erasure.held("anna", NAMES)).isEqualTo(new Erasure.Erased(6, 30, 3, 0));
        assertThat(erasure.erase("anna", NAMES, "process-admin", "asked for by letter"))
                .isEqualTo(new Erasure.Erased(6, 30, 3, 0));
        assertThat(jdbc.sql("select personal_value from trail_personal where chain = 'P-8' and field like 'details/%'"
                                + " order by entry_number, field")
                        .query(String.class)
                        .list())
                .containsExactly("anna-2", "Anna Abel and Joanna A.", "ask the desk");
        assertThat(trail.of("P-8", TrailFilter.ALL.ofKinds("completed"), PageRequest.of(0, 9))
                        .map(recorded -> recorded.entry().actor()))
                .containsOnly("bert");
        assertThat(check.check().findings()).isEmpty();
    }

    /** Whoever agreed on a text with others may go; the text stays for the others. */
    @Test
    void whatWasAgreedStaysWhenOneOfThemIsErased() {
        append("P-1", "anna", Map.of("goodEnough", Personal.text("nine of ten")));
        erasure.erase("anna", NAMES, "process-admin", "asked for by letter");
        assertThat(trail.of("P-1", TrailFilter.ALL.ofKinds("completed"), PageRequest.of(0, 1))
                        .map(recorded -> recorded.entry().details().get("goodEnough")))
                .containsExactly("nine of ten");
        assertThat(check.check().findings()).isEmpty();
    }

    /** A reason in a table of whatever module: the text stays, without the name, and codes are left alone. */
    @Test
    void otherTablesKeepTheirTextsWithoutTheName() {
        jdbc.sql(
                        "create table note_of_others (id int primary key, words varchar(400), story longtext, code varchar(64))")
                .update();
        try {
            jdbc.sql(
                            "insert into note_of_others values (1, 'Ask Anna A. or Joanna A.', '{\"by\":\"\\\\nANNA A.\"}', 'anna')")
                    .update();
            jdbc.sql("insert into note_of_others values (2, 'anna said so', null, 'Anna A.')")
                    .update();
            assertThat(erasure.held("anna", NAMES).texts()).isEqualTo(3);
            assertThat(erasure.erase("anna", NAMES, "process-admin", "asked for by letter")
                            .texts())
                    .isEqualTo(3);
            assertThat(jdbc.sql("select concat_ws('|', words, story, code) from note_of_others order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("Ask […] or Joanna A.|{\"by\":\"\\n[…]\"}|anna", "[…] said so|Anna A.");
            assertThat(erasure.held("anna", NAMES).texts()).isZero();
            assertThat(check.check().findings()).isEmpty();
        } finally {
            jdbc.sql("drop table note_of_others").update();
        }
    }

    private static Map<String, Object> seen(String json) {
        return Map.of("seen", Personal.words(json, "whoever"));
    }
}
