package io.pilotage.audit;

import io.pilotage.verify.AuditKey;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Checkpoint;
import io.pilotage.verify.PersonalValue;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out a chain with all that somebody needs who checks it elsewhere: personal values, checkpoint, proofs, keys. */
@Service
public class ChainExport {

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final CheckpointTree tree;
    private final SigningKeys keys;
    private final TransactionTemplate moment;

    ChainExport(
            JdbcClient jdbc,
            Checkpoints checkpoints,
            CheckpointTree tree,
            SigningKeys keys,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.keys = keys;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.moment.setReadOnly(true);
    }

    /** A personal value and the entry that it belongs to. */
    public record Apart(long number, PersonalValue value) {}

    /**
     * The way from an entry to the root of the checkpoint.
     *
     * @param path hashes, hexadecimal
     */
    public record Proof(long number, String hash, long index, List<String> path) {}

    /**
     * A chain up to the last entry that the checkpoint covers.
     *
     * @param checkpoint the first one that covers the last entry: always the same for a chain that no longer grows
     */
    public record Segment(
            List<ChainEntry> entries,
            List<Apart> personal,
            Checkpoint checkpoint,
            List<Proof> proofs,
            List<AuditKey> keys) {

        /** The entries as people read them, in their order. */
        public List<RecordedEntry> readable() {
            Map<Long, Map<String, String>> values = personal.stream()
                    .collect(Collectors.groupingBy(
                            Apart::number,
                            Collectors.toMap(
                                    apart -> apart.value().field(),
                                    apart -> apart.value().value())));
            return entries.stream()
                    .map(link -> new RecordedEntry(
                            link.number(),
                            StoredEntry.read(link.content(), values.getOrDefault(link.number(), Map.of())),
                            link.hash()))
                    .toList();
        }
    }

    /**
     * The chain, sealed as far as it goes by now; empty when nothing was ever written to it. All of it is read as it was at
     * one moment, so that an erasure at the same time is in it whole or not at all.
     */
    public Optional<Segment> of(String chain) {
        checkpoints.take();
        return Objects.requireNonNull(moment.execute(status -> sealed(chain)));
    }

    private Optional<Segment> sealed(String chain) {
        List<Leaf> leaves = jdbc.sql(
                        "select leaf_position, entry_number, hash from trail_leaf where chain = ? order by entry_number")
                .param(chain)
                .query((row, number) -> new Leaf(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        Leaf last = leaves.get(leaves.size() - 1);
        Checkpoint checkpoint = firstThatCovers(last.position());
        long size = checkpoint.statement().size();
        return Optional.of(new Segment(
                entries(chain, last.number()),
                personal(chain, last.number()),
                checkpoint,
                leaves.stream()
                        .map(leaf -> new Proof(
                                leaf.number(),
                                leaf.hash(),
                                leaf.position(),
                                tree.inclusion(leaf.position(), size).stream()
                                        .map(HexFormat.of()::formatHex)
                                        .toList()))
                        .toList(),
                keys.all()));
    }

    /** Id of the key that signs now. */
    public String keyId() {
        return keys.currentId();
    }

    /** Signs a text of ours with the key that signs checkpoints; Base64. */
    public String sign(String text) {
        return keys.toSign(checkpoints
                        .newest()
                        .map(newest -> newest.statement().key())
                        .orElse(null))
                .sign(text);
    }

    /** RFC 8785 of maps, lists, texts, numbers, truth values and null. */
    public static String canonical(Map<String, ?> values) {
        return EntryContent.canonical(values);
    }

    /** An entry in the tree. */
    private record Leaf(long position, long number, String hash) {}

    private List<ChainEntry> entries(String chain, long upTo) {
        return jdbc.sql("select chain, entry_number, content, hash from trail_entry"
                        + " where chain = ? and entry_number <= ? order by entry_number")
                .params(chain, upTo)
                .query((row, number) ->
                        new ChainEntry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }

    private List<Apart> personal(String chain, long upTo) {
        return jdbc.sql("select entry_number, field, salt, personal_value from trail_personal"
                        + " where chain = ? and entry_number <= ? order by entry_number, field")
                .params(chain, upTo)
                .query((row, number) -> new Apart(
                        row.getLong(1), new PersonalValue(row.getString(2), row.getString(3), row.getString(4))))
                .list();
    }

    /** Trees only grow, so the first one that is large enough is found by halving. */
    private Checkpoint firstThatCovers(long position) {
        long low = 1;
        long high = checkpoints.newest().orElseThrow().statement().number();
        while (low < high) {
            long middle = (low + high) / 2;
            if (checkpoint(middle).statement().size() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return checkpoint(low);
    }

    private Checkpoint checkpoint(long number) {
        return jdbc.sql("select content, signature from trail_checkpoint where checkpoint_number = ?")
                .param(number)
                .query((row, index) -> new Checkpoint(row.getString(1), row.getString(2)))
                .single();
    }
}
