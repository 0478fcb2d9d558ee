package io.pilotage.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.dossier.Dossiers;
import io.pilotage.identity.People;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is erased is named nowhere any more: not in the records of any module, and not in what is handed out later. */
@PilotageTest
class ErasedNamesTests {

    private static final String REASON = "asked for by letter of 3 March";

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String gone = "gone-" + UUID.randomUUID();

    /** Wherever it stands: in a proposal, in the reason of an emergency, in the directory, and so in every later dossier. */
    @Test
    void nameIsGoneFromAllRecordsAndFromTheDossier() {
        String name = "Ada Quill " + gone.substring(5, 13);
        String key = cases.propose(Cases.LOW, Map.of("decisionPoint", "What " + name + " releases each day"));
        jdbc.sql("insert into person_name (id, name) values (?, ?)")
                .params(gone, name)
                .update();
        jdbc.sql("insert into emergency (id, pilot_key, process_id, place, stands_at, step, reason, asked_by, asked_at,"
                        + " state, version) values (?, ?, 'p', 'p', 's', 's', ?, ?, '2026-03-01', 'TURNED_DOWN', 0)")
                .params(gone, key, name + " has left and nobody else can answer", gone)
                .update();
        assertThat(dossier(key)).contains(name);
        Caller admin = Caller.session(port, "process-admin");
        Answer look = admin.form("/operations/erasure/intended", wanted(REASON, 0));
        assertThat(look.body()).contains("From 2 texts elsewhere the name goes");
        var counted = Pattern.compile("name=\"values\" value=\"(\\d+)\"").matcher(look.body());
        assertThat(counted.find()).isTrue();
        assertThat(admin.form("/operations/erasure", wanted(REASON, Integer.parseInt(counted.group(1))))
                        .body())
                .contains("From 2 texts elsewhere the name is gone");
        assertThat(dossier(key)).doesNotContain(name).contains("What […] releases each day");
        assertThat(jdbc.sql("select reason from emergency where id = ?")
                        .param(gone)
                        .query(String.class)
                        .single())
                .isEqualTo("[…] has left and nobody else can answer");
        assertThat(people.nameOf(gone)).isEqualTo(gone);
    }

    /** All of it that is text. */
    private String dossier(String key) {
        return new String(dossiers.pack(key, "audit-read"), StandardCharsets.UTF_8);
    }

    private Map<String, String> wanted(String reason, int values) {
        return Map.of("person", gone, "reason", reason, "values", String.valueOf(values));
    }
}
