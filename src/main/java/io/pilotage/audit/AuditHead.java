package io.pilotage.audit;

import io.pilotage.verify.Checkpoint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how far the trail and its checkpoints have come, for whoever watches the product; costs a few index look-ups. */
@Service
public class AuditHead {

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final TrailChecks checks;

    AuditHead(JdbcClient jdbc, Checkpoints checkpoints, TrailChecks checks) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.checks = checks;
    }

    /**
     * How far it has come.
     *
     * @param chains how many there are
     * @param entries how many there are in all chains
     * @param checkpoint number of the newest checkpoint; zero before the first
     * @param checkpointAt when it was taken; null before the first
     * @param unsealed chains that grew since
     * @param oldestUnsealedAt when the oldest end that is in no checkpoint was written; null when there is none
     * @param checkedAt when the whole trail was checked last; null before the first time
     * @param problems how many that check found
     */
    public record State(
            long chains,
            long entries,
            long checkpoint,
            @Nullable Instant checkpointAt,
            long unsealed,
            @Nullable Instant oldestUnsealedAt,
            @Nullable Instant checkedAt,
            long problems) {}

    /** How far it has come now. Reads one row per chain: ask every minute, not every second. */
    @Transactional(readOnly = true)
    public State state() {
        Optional<Checkpoint.Statement> newest = checkpoints.newest().map(Checkpoint::statement);
        Optional<RecordedEntry> check = checks.newest();
        return jdbc.sql("""
                select count(*), coalesce(sum(h.last_number), 0), count(e.happened_at), min(e.happened_at)
                from trail_head h left join trail_entry e
                on e.chain = h.chain and e.entry_number = h.last_number
                and h.last_number > coalesce((select max(l.entry_number) from trail_leaf l where l.chain = h.chain), 0)""")
                .query((row, number) -> new State(
                        row.getLong(1),
                        row.getLong(2),
                        newest.map(Checkpoint.Statement::number).orElse(0L),
                        newest.map(Checkpoint.Statement::at).orElse(null),
                        row.getLong(3),
                        moment(row.getObject(4, LocalDateTime.class)),
                        check.map(recorded -> recorded.entry().at()).orElse(null),
                        check.map(recorded -> recorded.entry().details().get("problems"))
                                .map(problems -> ((Number) problems).longValue())
                                .orElse(0L)))
                .single();
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
