package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.ChainExport.Segment;
import io.pilotage.verify.Findings;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.TrailCheck;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another node does between two statements of this one, and what somebody does to the tree behind both. */
class CheckpointRaceTests extends TrailDatabase {

    private static final String LATER_LEAF_OF_AN_EARLIER_END = """
            select count(*) from trail_leaf a join trail_leaf b on a.chain = b.chain
            and a.entry_number < b.entry_number and a.leaf_position > b.leaf_position""";

    @Autowired
    CheckpointTree tree;

    @Autowired
    SigningKeys keys;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    Erasure erasure;

    @Autowired
    AuditHead head;

    @Test
    void olderEndNeverComesBehindANewerOneThatAnotherNodeSealed() {
        append("P-1", 1);
        disturbed("frontier from trail_checkpoint", () -> {
                    append("P-1", 1);
                    checkpoints.take();
                })
                .take();
        assertThat(jdbc.sql(LATER_LEAF_OF_AN_EARLIER_END).query(Long.class).single())
                .isZero();
        assertThat(check.check().findings()).isEmpty();
    }

    @Test
    void whatAnotherNodeHadNotSeenIsSealedAllTheSame() {
        append("P-1", 1);
        disturbed("insert into trail_checkpoint", () -> {
                    checkpoints.take();
                    append("P-3", 1);
                })
                .take();
        assertThat(head.state().unsealed()).isZero();
        assertThat(newest().number()).isEqualTo(3);
        assertThat(check.check().findings()).isEmpty();
    }

    /** Somebody is erased while a dossier of the case is packed: it holds them whole or not at all. */
    @Test
    void chainIsHandedOutAsItWasAtOneMoment() {
        JdbcClient disturbed = before(
                "from trail_personal", () -> erasure.erase("anna", List.of(), "process-admin", "asked for by letter"));
        Segment segment = new ChainExport(disturbed, checkpoints, tree, keys, transactions)
                .of("P-1")
                .orElseThrow();
        Map<String, List<PersonalValue>> personal = new HashMap<>();
        segment.personal().forEach(apart -> TrailCheck.add(personal, "P-1", apart.number(), apart.value()));
        assertThat(personal).hasSize(3);
        Findings findings = new Findings();
        TrailCheck trail = new TrailCheck(findings);
        trail.next(segment.entries(), personal, new HashMap<>(), TrailCheck.nothing());
        trail.end();
        assertThat(findings.list()).isEmpty();
    }

    /** Proofs are made of the nodes, and the next checkpoint of what is kept to go on. */
    @Test
    void everythingThatIsKeptOfTheTreeIsChecked() {
        jdbc.sql("insert into trail_node (node_level, node_position, hash) values (7, 0, repeat('0', 64))")
                .update();
        assertThat(first()).hasToString("tree: it has nodes that lie over no leaves");
        jdbc.sql("delete from trail_node where node_level >= 2").update();
        assertThat(first()).hasToString("tree, level 2, node 0: it is missing, or not the hash of what lies below it");
        jdbc.sql("update trail_node set hash = repeat('0', 64) where node_level = 1 and node_position = 1")
                .update();
        assertThat(first().where()).isEqualTo("tree, level 1, node 1");
        jdbc.sql("update trail_node set hash = repeat('0', 64) where node_level = 0 and node_position = 4")
                .update();
        assertThat(first().where()).isEqualTo("tree, level 0, node 4");
        jdbc.sql("update trail_checkpoint set frontier = left(frontier, 64)").update();
        assertThat(first()).hasToString("checkpoint 1: what is kept to go on from it does not belong to its tree");
        jdbc.sql("update trail_checkpoint set taken_at = taken_at - interval 1 day")
                .update();
        assertThat(first()).hasToString("checkpoint 1: a column of the row does not say what the content says");
        jdbc.sql("update trail_checkpoint set checkpoint_number = 2").update();
        assertThat(first()).hasToString("checkpoint 1: it is missing");
    }

    /** One row that nobody can read must not keep the whole trail from being checked. */
    @Test
    void keyThatIsNoKeyIsAFindingBesideTheOthers() {
        jdbc.sql("update trail_key set public_key = 'not a key!'").update();
        jdbc.sql("update trail_entry set content = replace(content, 'P-2', 'P-3') where chain = 'P-2'")
                .update();
        assertThat(check.check().findings())
                .anySatisfy(finding -> assertThat(finding.where()).isEqualTo("keys"))
                .anySatisfy(finding -> assertThat(finding.where()).isEqualTo("P-2, entry 1"));
    }

    private Checkpoints disturbed(String statement, Runnable work) {
        return new Checkpoints(before(statement, work), batches, keys, Clock.systemUTC(), transactions);
    }

    /** Lets somebody else work, once, just before a statement is run. */
    private JdbcClient before(String statement, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    if (String.valueOf(arguments[0]).contains(statement) && done.compareAndSet(false, true)) {
                        CompletableFuture.runAsync(work).join();
                    }
                    return method.invoke(jdbc, arguments);
                });
    }
}
