package io.pilotage.dossier;

import io.pilotage.dossier.Export.Kind;
import io.pilotage.dossier.Export.Progress;
import io.pilotage.dossier.Export.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exports, their pilots one by one, and what came of each. */
@Repository
class Exports {

    /** After this time a pilot that somebody began is begun again: whoever began it is gone. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Exports(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A pilot that is being worked on, and since when, which tells one attempt from the next. */
    record Claim(int position, String pilotKey, Instant at) {}

    /** What came of a pilot. */
    record Part(
            int position,
            String pilotKey,
            @Nullable String sha256,
            @Nullable String problem) {}

    void add(Export export, List<String> pilotKeys) {
        jdbc.sql("insert into dossier_export (id, kind, language, state, asked_by, asked_at) values (?,?,?,?,?,?)")
                .params(
                        export.id(),
                        export.kind().name(),
                        export.language().getLanguage(),
                        export.state().name(),
                        export.askedBy(),
                        utc(export.askedAt()))
                .update();
        int[] position = {0};
        batches.batchUpdate(
                "insert into dossier_export_case (export_id, position, pilot_key, state) values (?,?,?,'WAITING')",
                pilotKeys.stream()
                        .map(key -> new Object[] {export.id(), ++position[0], key})
                        .toList());
    }

    Optional<Export> find(String id) {
        return jdbc.sql("select * from dossier_export where id = ?")
                .param(id)
                .query(Exports::read)
                .optional();
    }

    List<Export> latest(int count) {
        return jdbc.sql("select * from dossier_export order by asked_at desc, id limit " + count)
                .query(Exports::read)
                .list();
    }

    List<String> running() {
        return jdbc.sql("select id from dossier_export where state = 'RUNNING' order by asked_at")
                .query(String.class)
                .list();
    }

    Progress progress(String id) {
        return jdbc.sql("select count(*) total, coalesce(sum(case when state = 'DONE' then 1 else 0 end), 0) done,"
                        + " coalesce(sum(case when state = 'FAILED' then 1 else 0 end), 0) failed"
                        + " from dossier_export_case where export_id = ?")
                .param(id)
                .query((row, number) -> new Progress(row.getInt("total"), row.getInt("done"), row.getInt("failed")))
                .single();
    }

    /** The next pilot that nobody works on; it is the caller's for {@link #PATIENCE}. */
    Optional<Claim> claim(String id, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        Optional<Claim> next = jdbc.sql("select position, pilot_key from dossier_export_case where export_id = ?"
                        + " and (state = 'WAITING' or state = 'CLAIMED' and claimed_at < ?)"
                        + " order by position limit 1 for update")
                .params(id, utc(at.minus(PATIENCE)))
                .query((row, number) -> new Claim(row.getInt(1), row.getString(2), at))
                .optional();
        next.ifPresent(claim -> jdbc.sql("update dossier_export_case set state = 'CLAIMED', claimed_at = ?"
                        + " where export_id = ? and position = ?")
                .params(utc(at), id, claim.position())
                .update());
        return next;
    }

    /** Keeps what came of a pilot. @return whether the claim still held; else nothing is kept */
    boolean settle(
            String id,
            Claim claim,
            String state,
            byte @Nullable [] content,
            @Nullable String sha256,
            @Nullable String problem) {
        return jdbc.sql("update dossier_export_case set state = ?, content = ?, sha256 = ?, problem = ?"
                                + " where export_id = ? and position = ? and state = 'CLAIMED' and claimed_at = ?")
                        .params(state, content, sha256, problem, id, claim.position(), utc(claim.at()))
                        .update()
                == 1;
    }

    boolean isOpen(String id) {
        return jdbc.sql(
                                "select count(*) from dossier_export_case where export_id = ? and state in ('WAITING', 'CLAIMED')")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @return whether it was running until now */
    boolean end(String id, State state, byte @Nullable [] content, Instant now) {
        return jdbc.sql("update dossier_export set state = ?, content = ?, ended_at = ? where id = ?"
                                + " and state = 'RUNNING'")
                        .params(state.name(), content, utc(now), id)
                        .update()
                == 1;
    }

    List<Part> parts(String id) {
        return jdbc.sql("select position, pilot_key, sha256, problem from dossier_export_case where export_id = ?"
                        + " order by position")
                .param(id)
                .query((row, number) -> new Part(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    byte[] content(String id, int position) {
        return jdbc.sql("select content from dossier_export_case where export_id = ? and position = ?")
                .params(id, position)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    byte[] content(String id) {
        return jdbc.sql("select content from dossier_export where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Removes what was asked for before this moment and has ended. */
    int forget(Instant before) {
        String old = "select id from dossier_export where state <> 'RUNNING' and asked_at < ?";
        jdbc.sql("delete from dossier_export_case where export_id in (" + old + ")")
                .param(utc(before))
                .update();
        return jdbc.sql("delete from dossier_export where state <> 'RUNNING' and asked_at < ?")
                .param(utc(before))
                .update();
    }

    private static Export read(ResultSet row, int number) throws SQLException {
        LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
        return new Export(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                Locale.forLanguageTag(row.getString("language")),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ended == null ? null : ended.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    }
}
