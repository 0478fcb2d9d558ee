package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Merkle;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checkpoints seal the trail on a real database, and whoever changes it behind their back is found. */
class CheckpointTests extends TrailDatabase {

    @Autowired
    CheckpointTree tree;

    @Autowired
    TrailChecks checks;

    @Autowired
    AuditHead head;

    @Autowired
    JdbcTemplate batches;

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
    void proofsLeadFromEveryLeafToTheRoot() {
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

    /** Between two checkpoints only the recorded end of a chain tells. */
    @Test
    void newestEntriesThatWereCutOffOrHiddenAreFound() {
        append("P-4", 2);
        jdbc.sql("update trail_head set last_number = 4 where chain = 'P-4'").update();
        assertThat(check.check().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "P-4, entry 4: the recorded end of the chain is not there",
                        "P-4, entry 5: it lies behind the recorded end of its chain");
        for (String table : List.of("entry", "personal")) {
            jdbc.sql("delete from trail_" + table + " where chain = 'P-4' and entry_number > 3")
                    .update();
        }
        assertThat(first()).hasToString("P-4, entry 4: the recorded end of the chain is not there");
    }

    @Test
    void leafThatNoCheckpointSignedIsFound() {
        append("P-4", 1);
        jdbc.sql(
                        "insert into trail_leaf (leaf_position, chain, entry_number, hash)"
                                + " select 5, chain, entry_number, hash from trail_entry where chain = 'P-4' and entry_number = 4")
                .update();
        assertThat(first()).hasToString("checkpoint 1: the tree has leaves that no checkpoint signed, or lacks some");
    }

    /** Whoever has the key may sign an earlier checkpoint anew, but then the next one does not follow it. */
    @Test
    void checkpointThatWasSignedAnewWithOurKeyIsFound() {
        append("P-1", 1);
        checkpoints.take();
        String content = jdbc.sql("select content from trail_checkpoint where checkpoint_number = 1")
                .query(String.class)
                .single();
        String anew = content.replaceFirst("\"at\":\"20", "\"at\":\"19");
        jdbc.sql("update trail_checkpoint set content = ?, signature = ?, taken_at = taken_at - interval 100 year"
                        + " where checkpoint_number = 1")
                .params(anew, SigningKey.read(read("target/audit-key")).sign(anew))
                .update();
        assertThat(first()).hasToString("checkpoint 2: it does not follow the checkpoint before");
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
