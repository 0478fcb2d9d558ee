package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.testing.FreshDatabase;
import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Merkle;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Checkpoints seal the trail on a real database, and whoever changes it behind their back is found. */
@JdbcTest(
        properties = {
            "pilotage.audit.key-file=target/audit-key",
            "pilotage.audit.checkpoint-cron=-",
            "pilotage.audit.check-cron=-",
            "spring.flyway.enabled=false",
            "spring.sql.init.mode=always",
            "spring.sql.init.schema-locations=classpath:db/migration/V0200__audit_trail.sql,classpath:db/migration/V0201__audit_chain.sql",
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({
    Trail.class,
    TrailEntries.class,
    Checkpoints.class,
    CheckpointTree.class,
    SigningKeys.class,
    DatabaseCheck.class,
    TrailChecks.class,
    Erasure.class,
    AuditHead.class,
    AuditConfiguration.class,
    CheckpointTests.Clocks.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CheckpointTests {

    @TestConfiguration
    static class Clocks {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    Trail trail;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    CheckpointTree tree;

    @Autowired
    DatabaseCheck check;

    @Autowired
    TrailChecks checks;

    @Autowired
    Erasure erasure;

    @Autowired
    AuditHead head;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void begin() {
        for (int chain = 1; chain <= 5; chain++) {
            append("P-" + chain, 3);
        }
        checkpoints.take();
    }

    @AfterEach
    void wipe() {
        for (String table : List.of("entry", "head", "personal", "checkpoint", "leaf", "node", "key")) {
            jdbc.sql("delete from trail_" + table).update();
        }
    }

    @Test
    void whatIsAsItWasWrittenPasses() {
        append("P-2", 2);
        checkpoints.take();
        append("P-3", 1);
        DatabaseCheck.Result result = check.check();
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(18);
        assertThat(result.chains()).isEqualTo(5);
        assertThat(result.checkpoints()).isEqualTo(2);
    }

    @Test
    void nothingNewIsNothingToSeal() {
        checkpoints.take();
        assertThat(newest().number()).isEqualTo(1);
        assertThat(newest().size()).isEqualTo(5);
    }

    @Test
    void resultIsItselfOnTheTrail() {
        checks.run("audit-read");
        assertThat(checks.newest()).hasValueSatisfying(recorded -> {
            assertThat(recorded.entry().actor()).isEqualTo("audit-read");
            assertThat(recorded.entry().details()).containsEntry("problems", 0).containsEntry("entries", 15);
        });
        assertThat(check.check().findings()).isEmpty();
    }

    @Test
    void erasedPersonIsGoneAndEveryChainHolds() {
        assertThat(erasure.held("anna", "Anna A.")).isEqualTo(new Erasure.Erased(5, 30, 0));
        assertThat(erasure.erase("anna", "Anna A.", "process-admin", "asked for by letter"))
                .isEqualTo(new Erasure.Erased(5, 30, 0));
        assertThat(jdbc.sql("select count(*) from trail_personal where person = 'anna' or personal_value = 'anna'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(trail.of("P-1", TrailFilter.ALL, org.springframework.data.domain.PageRequest.of(0, 9))
                        .map(recorded -> recorded.entry().actor()))
                .containsExactly("process-admin", TrailEntry.ERASED, TrailEntry.ERASED, TrailEntry.ERASED);
        assertThat(check.check().findings()).isEmpty();
        checkpoints.take();
        assertThat(check.check().findings()).isEmpty();
        assertThat(erasure.erase("anna", "Anna A.", "process-admin", "once more"))
                .isEqualTo(new Erasure.Erased(0, 0, 0));
    }

    @Test
    void whatOthersWereShownOfAnErasedPersonGoesAsWell() {
        String words = "My boss \"knows\" it";
        append("P-1", "anna", Map.of("reason", Personal.words(words, "anna")));
        append("P-1", "bert", seen("{\"context\":\"My boss \\\"knows\\\" it, she said\"}"));
        append("P-1", "carl", seen("{\"owner\":\"Anna A.\"}"));
        append("P-1", "dora", seen("{\"owner\":\"bert\"}"));
        assertThat(erasure.held("anna", "Anna A.").copies()).isEqualTo(2);
        assertThat(erasure.erase("anna", "Anna A.", "process-admin", "asked for by letter")
                        .copies())
                .isEqualTo(2);
        assertThat(trail.of("P-1", TrailFilter.ALL, org.springframework.data.domain.PageRequest.of(0, 4))
                        .map(recorded ->
                                String.valueOf(recorded.entry().details().get("seen"))))
                .containsExactly("null", "{\"owner\":\"bert\"}", TrailEntry.ERASED, TrailEntry.ERASED);
        assertThat(check.check().findings()).isEmpty();
    }

    private static Map<String, Object> seen(String json) {
        return Map.of("seen", Personal.words(json, "whoever"));
    }

    private void append(String chain, String actor, Map<String, Object> details) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> trail.append(TrailEntry.of(chain, Instant.now(), actor, "completed")
                        .details(details)
                        .build()));
    }

    @Test
    void headSaysHowFarItHasCome() {
        append("P-1", 1);
        AuditHead.State state = head.state();
        assertThat(state.chains()).isEqualTo(5);
        assertThat(state.entries()).isEqualTo(16);
        assertThat(state.checkpoint()).isEqualTo(1);
        assertThat(state.unsealed()).isEqualTo(1);
        assertThat(state.oldestUnsealedAt()).isNotNull();
        assertThat(state.checkedAt()).isNull();
        checkpoints.take();
        assertThat(head.state().unsealed()).isZero();
    }

    @Test
    void onlyOneOfManyNodesChecksAtNight() throws Exception {
        atOnce(4, () -> {
            checks.everyNight();
            return null;
        });
        assertThat(trail.of(
                                Undertaking.CHECK.chain(),
                                TrailFilter.ALL,
                                org.springframework.data.domain.PageRequest.of(0, 9))
                        .map(recorded -> recorded.entry().kind()))
                .containsExactly("trailChecked", "trailCheckBegun");
    }

    @Test
    void manyNodesSealAtOnceAndOneSucceeds() throws Exception {
        append("P-9", 1);
        atOnce(4, () -> {
            checkpoints.take();
            return null;
        });
        assertThat(newest().number()).isEqualTo(2);
        assertThat(check.check().findings()).isEmpty();
    }

    @Test
    void proofsLeadFromEveryLeafAndEveryEarlierTreeToTheRoot() {
        List<Checkpoint.Statement> all = new ArrayList<>(List.of(newest()));
        for (int round = 0; round < 6; round++) {
            for (int chain = 0; chain <= round; chain++) {
                append("P-" + chain, 1);
            }
            checkpoints.take();
            all.add(newest());
        }
        Checkpoint.Statement last = all.get(all.size() - 1);
        jdbc.sql("select leaf_position, chain, entry_number, hash from trail_leaf")
                .query(row -> {
                    byte[] leaf = Merkle.leaf(row.getString(2), row.getLong(3), row.getString(4));
                    byte[] root = Merkle.rootFrom(
                            row.getLong(1), last.size(), leaf, tree.inclusion(row.getLong(1), last.size()));
                    assertThat(hex(root)).isEqualTo(last.root());
                });
        for (Checkpoint.Statement one : all) {
            assertThat(Merkle.isConsistent(
                            one.size(),
                            HexFormat.of().parseHex(one.root()),
                            last.size(),
                            HexFormat.of().parseHex(last.root()),
                            tree.consistency(one.size(), last.size())))
                    .isTrue();
        }
        assertThat(Merkle.isConsistent(
                        all.get(0).size(),
                        HexFormat.of().parseHex(all.get(1).root()),
                        last.size(),
                        HexFormat.of().parseHex(last.root()),
                        tree.consistency(all.get(0).size(), last.size())))
                .isFalse();
    }

    @Test
    void caseThatIsCutShortWithItsRecordedEndIsFound() {
        jdbc.sql("delete from trail_entry where chain = 'P-2' and entry_number = 3")
                .update();
        jdbc.sql("delete from trail_personal where chain = 'P-2' and entry_number = 3")
                .update();
        jdbc.sql(
                        "update trail_head set last_number = 2, last_hash ="
                                + " (select hash from trail_entry where chain = 'P-2' and entry_number = 2) where chain = 'P-2'")
                .update();
        assertThat(first()).hasToString("P-2, entry 3: a signed checkpoint holds this entry, and it is missing");
    }

    @Test
    void caseThatIsGoneAltogetherIsFound() {
        for (String table : List.of("entry", "head", "personal")) {
            jdbc.sql("delete from trail_" + table + " where chain = 'P-5'").update();
        }
        assertThat(first().where()).isEqualTo("P-5, entry 3");
    }

    @Test
    void leavesThatWereChangedToMatchAreFound() {
        jdbc.sql("update trail_leaf set hash = ? where chain = 'P-2'")
                .param("0".repeat(64))
                .update();
        assertThat(first().where()).isEqualTo("checkpoint 1");
    }

    @Test
    void columnThatSaysSomethingElseIsFound() {
        jdbc.sql("update trail_entry set kind = 'refused' where chain = 'P-3' and entry_number = 2")
                .update();
        assertThat(first()).hasToString("P-3, entry 2: a column of the row does not say what the content says");
    }

    @Test
    void checkpointThatAForgerSignedAgainIsFound() {
        SigningKey forger = SigningKey.generate();
        String content = jdbc.sql("select content from trail_checkpoint")
                .query(String.class)
                .single();
        String forged = content.replaceAll("\"key\":\"[0-9a-f]+\"", "\"key\":\"" + forger.id() + "\"");
        jdbc.sql("update trail_checkpoint set content = ?, signature = ?")
                .params(forged, forger.sign(forged))
                .update();
        assertThat(first().what()).contains("is not known");
        jdbc.sql("insert into trail_key (key_id, known_since, public_key) values (?, now(), ?)")
                .params(forger.id(), forger.publicKey())
                .update();
        assertThat(first().what()).contains("a key that is not ours");
    }

    @Test
    void newKeyIsHandedOverToByTheOneBeforeAndByNobodyElse() {
        SigningKey before = SigningKey.read(read("target/audit-key"));
        SigningKey next = SigningKey.generate();
        append("P-1", 1);
        assertThatThrownBy(() -> with(next.pkcs8(), "").take())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pilotage.audit.previous-key");
        with(next.pkcs8(), before.pkcs8()).take();
        append("P-1", 1);
        with(next.pkcs8(), "").take();
        assertThat(newest().key()).isEqualTo(next.id());
        assertThat(new DatabaseCheck(jdbc, keys(next.pkcs8(), ""), List.of())
                        .check()
                        .findings())
                .isEmpty();
    }

    private Checkpoints with(String key, String previous) {
        return new Checkpoints(jdbc, batches, keys(key, previous), Clock.systemUTC(), transactions);
    }

    private SigningKeys keys(String key, String previous) {
        return new SigningKeys(
                new AuditProperties(key, previous, java.nio.file.Path.of("target/audit-key"), "-", "-"),
                jdbc,
                Clock.systemUTC());
    }

    private static String read(String file) {
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void append(String chain, int times) {
        for (int i = 0; i < times; i++) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(
                            status -> trail.append(TrailEntry.of(chain, Instant.now(), "anna", "completed")
                                    .words("note", "an answer")
                                    .build()));
        }
    }

    private Finding first() {
        return check.check().findings().get(0);
    }

    private Checkpoint.Statement newest() {
        return checkpoints.newest().orElseThrow().statement();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static void atOnce(int times, Callable<Void> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            for (Future<Void> done : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
