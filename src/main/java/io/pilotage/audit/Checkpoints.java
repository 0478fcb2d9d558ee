package io.pilotage.audit;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.Frontier;
import io.pilotage.verify.Merkle;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals at a steady interval all that is in the trail: the ends of all chains that grew go into one growing tree
 * (RFC 6962), and its root is signed together with the hash of the checkpoint before.
 *
 * <p>Any number of nodes may try at the same time; the number of the next checkpoint is there once, so one of them takes
 * it. Nobody who appends waits for it.
 */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final int MOST_TRIES = 20;

    private static final String GROWN = """
            select h.chain, h.last_number, h.last_hash from trail_head h
            where h.last_number > coalesce((select max(l.entry_number) from trail_leaf l where l.chain = h.chain), 0)
            order by h.chain""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SigningKeys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Checkpoints(
            JdbcClient jdbc,
            JdbcTemplate batches,
            SigningKeys keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A checkpoint with the roots of the complete parts of its tree. */
    private record Stored(Checkpoint checkpoint, List<byte[]> frontier) {}

    @Scheduled(cron = "${pilotage.audit.checkpoint-cron:0 */10 * * * *}")
    void regularly() {
        try {
            take();
        } catch (RuntimeException e) {
            LOG.error("No checkpoint of the trail was taken", e);
        }
    }

    /**
     * Seals what is committed by now, whoever takes the checkpoint; does nothing when the last one already holds it all.
     *
     * @throws IllegalStateException when the key changed and nobody handed over
     */
    public void take() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                transaction.executeWithoutResult(status -> takeIfGrown());
                return;
            } catch (DuplicateKeyException | PessimisticLockingFailureException anotherNodeTookIt) {
                // What was committed after that node had looked is in no checkpoint yet.
                LOG.debug("Another node took the checkpoint");
            }
        }
        throw new IllegalStateException("Other nodes took each of the last " + MOST_TRIES + " checkpoints");
    }

    /** The newest checkpoint; empty before the first. */
    public Optional<Checkpoint> newest() {
        return stored().map(Stored::checkpoint);
    }

    /** The last checkpoint is read before the ends: an end that an earlier look saw must not come behind a newer one. */
    private void takeIfGrown() {
        Optional<Stored> before = stored();
        List<ChainEntry> ends = jdbc.sql(GROWN)
                .query((row, number) -> new ChainEntry(row.getString(1), row.getLong(2), "", row.getString(3)))
                .list();
        if (ends.isEmpty()) {
            return;
        }
        Optional<Checkpoint.Statement> last =
                before.map(stored -> stored.checkpoint().statement());
        Frontier frontier = before.map(
                        stored -> new Frontier(stored.checkpoint().statement().size(), stored.frontier()))
                .orElseGet(Frontier::new);
        List<Object[]> leaves = new ArrayList<>();
        List<Object[]> nodes = new ArrayList<>();
        for (ChainEntry end : ends) {
            leaves.add(new Object[] {frontier.size(), end.chain(), end.number(), end.hash()});
            frontier.append(
                    Merkle.leaf(end.chain(), end.number(), end.hash()),
                    (level, position, hash) -> nodes.add(new Object[] {level, position, hex(hash)}));
        }
        SigningKey key = keys.toSign(last.map(Checkpoint.Statement::key).orElse(null));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long number = last.map(Checkpoint.Statement::number).orElse(0L) + 1;
        String content = EntryContent.canonical(Map.of(
                "number", number,
                "at", now.toString(),
                "size", frontier.size(),
                "root", hex(frontier.root()),
                "previous", before.map(stored -> stored.checkpoint().hash()).orElse(ChainEntry.GENESIS),
                "key", key.id()));
        jdbc.sql("""
                insert into trail_checkpoint (checkpoint_number, taken_at, content, signature, frontier)
                values (?, ?, ?, ?, ?)""")
                .params(
                        number,
                        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                        content,
                        key.sign(content),
                        frontier.parts().stream().map(Checkpoints::hex).collect(Collectors.joining(" ")))
                .update();
        batches.batchUpdate(
                "insert into trail_leaf (leaf_position, chain, entry_number, hash) values (?, ?, ?, ?)", leaves);
        batches.batchUpdate("insert into trail_node (node_level, node_position, hash) values (?, ?, ?)", nodes);
    }

    private Optional<Stored> stored() {
        return jdbc.sql("""
                select content, signature, frontier from trail_checkpoint
                order by checkpoint_number desc limit 1""")
                .query((row, number) -> new Stored(
                        new Checkpoint(row.getString(1), row.getString(2)),
                        Arrays.stream(row.getString(3).split(" "))
                                .map(HexFormat.of()::parseHex)
                                .toList()))
                .optional();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
