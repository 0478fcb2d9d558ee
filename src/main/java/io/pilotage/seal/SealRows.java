package io.pilotage.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the seals; knows how to add and to read, and nothing else. */
@Repository
class SealRows {

    private final JdbcClient jdbc;

    SealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Seal seal) {
        jdbc.sql("insert into seal (pilot_key, kind, version, content, sha256, previous, entry_number, sealed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.pilotKey(),
                        seal.kind().name(),
                        seal.version(),
                        seal.content(),
                        seal.sha256(),
                        seal.previous(),
                        seal.entryNumber(),
                        LocalDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC))
                .update();
    }

    void add(Seal seal, long entryNumber, String meaning, Instant at) {
        jdbc.sql("insert into seal_signature (pilot_key, kind, version, entry_number, meaning, signed_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        seal.pilotKey(),
                        seal.kind().name(),
                        seal.version(),
                        entryNumber,
                        meaning,
                        LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    Optional<Seal> latest(String pilotKey, SealKind kind) {
        return jdbc.sql("select * from seal where pilot_key = ? and kind = ? order by version desc limit 1")
                .params(pilotKey, kind.name())
                .query(SealRows::seal)
                .optional();
    }

    Optional<Seal> signed(String pilotKey, SealKind kind) {
        return jdbc.sql("""
                select s.* from seal s where s.pilot_key = ? and s.kind = ? and exists (select 1 from seal_signature g
                where g.pilot_key = s.pilot_key and g.kind = s.kind and g.version = s.version)
                order by s.version desc limit 1""").params(pilotKey, kind.name()).query(SealRows::seal).optional();
    }

    /** All of a case, by kind in the order of their names, and by version. */
    List<Seal> of(String pilotKey) {
        return jdbc.sql("select * from seal where pilot_key = ? order by kind, version")
                .param(pilotKey)
                .query(SealRows::seal)
                .list();
    }

    List<SealSignature> signatures(String pilotKey) {
        return jdbc.sql("select * from seal_signature where pilot_key = ? order by kind, version, entry_number")
                .param(pilotKey)
                .query((row, number) -> new SealSignature(
                        row.getString("pilot_key"),
                        SealKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        row.getLong("entry_number"),
                        row.getString("meaning"),
                        Moments.in(row, "signed_at")))
                .list();
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getString("pilot_key"),
                SealKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getString("content"),
                row.getString("sha256"),
                row.getString("previous"),
                row.getLong("entry_number"),
                Moments.in(row, "sealed_at"));
    }
}
