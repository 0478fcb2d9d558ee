package io.pilotage.seal;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what approvers saw and of what became stale; knows how to add and to read, and nothing else. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An approval with the fields that were seen. */
    record Kept(Approval approval, SeenFields seen) {}

    void add(Approval approval, SeenFields seen) {
        jdbc.sql(
                        "insert into approval_seen (pilot_key, approval, approval_number, sha256, fields, entry_number, approved_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        approval.pilotKey(),
                        approval.approval(),
                        approval.number(),
                        approval.sha256(),
                        seen.json(),
                        approval.entryNumber(),
                        LocalDateTime.ofInstant(approval.at(), ZoneOffset.UTC))
                .update();
    }

    void stale(Approval approval, List<String> changed, long entryNumber) {
        jdbc.sql("insert into approval_stale (pilot_key, approval, approval_number, changed, entry_number)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        approval.pilotKey(),
                        approval.approval(),
                        approval.number(),
                        String.join(",", changed),
                        entryNumber)
                .update();
    }

    /** The last approval of each code on a case. */
    List<Kept> latest(String pilotKey) {
        return jdbc.sql("""
                select a.approval, a.approval_number, a.sha256, a.fields, a.entry_number, a.approved_at, s.changed
                from approval_seen a left join approval_stale s on s.pilot_key = a.pilot_key
                and s.approval = a.approval and s.approval_number = a.approval_number
                where a.pilot_key = ? and a.approval_number = (select max(l.approval_number) from approval_seen l
                where l.pilot_key = a.pilot_key and l.approval = a.approval) order by a.approval""")
                .param(pilotKey)
                .query((row, number) -> new Kept(
                        new Approval(
                                pilotKey,
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getLong(5),
                                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                fields(row.getString(7))),
                        SeenFields.read(row.getString(4))))
                .list();
    }

    private static List<String> fields(@Nullable String changed) {
        return changed == null ? List.of() : List.of(changed.split(","));
    }
}
