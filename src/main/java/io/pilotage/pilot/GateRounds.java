package io.pilotage.pilot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Votes and decisions at the gates; a decided round is closed, the next vote opens a new one. */
@Repository
class GateRounds {

    private final JdbcClient jdbc;

    GateRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the round that is open, from one. */
    int openRound(String pilotKey, Gate gate) {
        return 1
                + jdbc.sql("select count(*) from gate_decision where pilot_key = ? and gate = ?")
                        .params(pilotKey, gate.name())
                        .query(Integer.class)
                        .single();
    }

    List<GateVote> votes(String pilotKey, Gate gate, int round) {
        return jdbc.sql(
                        "select * from gate_vote where pilot_key = ? and gate = ? and round = ? order by voted_at, role_group")
                .params(pilotKey, gate.name(), round)
                .query(GateRounds::vote)
                .list();
    }

    void record(String pilotKey, int round, GateVote vote) {
        jdbc.sql("insert into gate_vote (id, pilot_key, gate, round, outcome, signer, role_group, reason, stall_reason,"
                        + " hold_until, merge_into, evidence, evidence_on, risk_owned, voted_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        UUID.randomUUID().toString(),
                        pilotKey,
                        vote.gate().name(),
                        round,
                        vote.outcome().name(),
                        vote.signer(),
                        vote.role(),
                        vote.reason(),
                        vote.stallReason() == null ? null : vote.stallReason().name(),
                        vote.holdUntil(),
                        vote.mergeInto(),
                        vote.sentBack().evidence(),
                        vote.sentBack().evidenceOn(),
                        vote.sentBack().riskOwned(),
                        LocalDateTime.ofInstant(vote.at(), ZoneOffset.UTC))
                .update();
    }

    /** Closes the round with the strictest vote. */
    GateDecided decide(String pilotKey, int round, List<GateVote> votes) {
        GateVote strictest = strictest(votes);
        GateVote last = votes.get(votes.size() - 1);
        List<String> signers = votes.stream().map(GateVote::signer).toList();
        @Nullable String reason = votes.stream()
                .filter(vote -> vote.reason() != null && vote.outcome() == strictest.outcome())
                .map(GateVote::reason)
                .collect(Collectors.joining("\n"));
        jdbc.sql("insert into gate_decision (id, pilot_key, gate, round, outcome, reason, signers, decided_at)"
                        + " values (?,?,?,?,?,?,?,?)")
                .params(
                        UUID.randomUUID().toString(),
                        pilotKey,
                        strictest.gate().name(),
                        round,
                        strictest.outcome().name(),
                        reason,
                        String.join(",", signers),
                        LocalDateTime.ofInstant(last.at(), ZoneOffset.UTC))
                .update();
        return new GateDecided(pilotKey, strictest.gate(), strictest.outcome(), signers, reason, last.at());
    }

    /** The decisions of a case, oldest first. */
    List<GateDecided> decisions(String pilotKey) {
        return jdbc.sql("select * from gate_decision where pilot_key = ? order by decided_at, gate, round")
                .param(pilotKey)
                .query((row, number) -> new GateDecided(
                        row.getString("pilot_key"),
                        Gate.valueOf(row.getString("gate")),
                        GateOutcome.valueOf(row.getString("outcome")),
                        List.of(row.getString("signers").split(",")),
                        row.getString("reason"),
                        row.getObject("decided_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    static GateVote strictest(List<GateVote> votes) {
        return votes.stream().max(Comparator.comparing(GateVote::outcome)).orElseThrow();
    }

    private static GateVote vote(ResultSet row, int number) throws SQLException {
        @Nullable String stall = row.getString("stall_reason");
        return new GateVote(
                Gate.valueOf(row.getString("gate")),
                GateOutcome.valueOf(row.getString("outcome")),
                row.getString("signer"),
                row.getString("role_group"),
                row.getString("reason"),
                stall == null ? null : StallReason.valueOf(stall),
                row.getObject("hold_until", LocalDate.class),
                row.getString("merge_into"),
                new SentBack(
                        row.getString("evidence"),
                        row.getObject("evidence_on", LocalDate.class),
                        row.getBoolean("risk_owned")),
                row.getObject("voted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
