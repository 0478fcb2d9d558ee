package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.GateVerdict;
import io.pilotage.pilot.GateVote;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.ReworkGuard;
import io.pilotage.pilot.SentBack;
import io.pilotage.pilot.reopening.Loop.Kind;
import io.pilotage.pilot.reopening.Loop.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gates that are sent back. The first time nothing was decided yet. Again it is one more test or review: it needs new
 * evidence and an owner of the risk (R112), and the last loop is owned by name or the pilot ends (R78).
 */
@Service
@Transactional
public class Reworks implements ReworkGuard {

    private static final String REWORK = "rework";

    private final Loops loops;
    private final LoopBook book;
    private final GateKeeper gates;
    private final PilotManagement pilots;

    Reworks(Loops loops, LoopBook book, GateKeeper gates, PilotManagement pilots) {
        this.loops = loops;
        this.book = book;
        this.gates = gates;
        this.pilots = pilots;
    }

    /** @throws StaysClosed naming the field that is missing, or why the evidence is not new */
    @Override
    public void admit(String pilotKey, GateVote vote) {
        if (!book.rule(pilotKey, vote.gate(), REWORK).newEvidence()) {
            return;
        }
        SentBack brought = vote.sentBack();
        String gate = vote.gate().name();
        if (Objects.requireNonNullElse(brought.evidence(), "").isBlank()) {
            throw new StaysClosed("pilot.rework.evidenceMissing", gate);
        }
        if (brought.evidenceOn() == null) {
            throw new StaysClosed("pilot.rework.evidenceOnMissing", gate);
        }
        if (!brought.riskOwned()) {
            throw new StaysClosed("pilot.rework.ownerMissing", gate);
        }
        List<GateDecided> decided = book.decisions(pilotKey, vote.gate());
        book.holdAgainst(decided.get(decided.size() - 1), question(vote));
    }

    /** Each time a gate is sent back is a loop; it ends when its signers decide again. */
    @EventListener
    public void count(GateDecided decided) {
        openAt(decided.pilotKey(), decided.gate()).ifPresent(loop -> {
            loop.close(Outcome.DECIDED, decided.reason(), decided.at());
            loops.save(loop);
        });
        if (decided.outcome() == GateOutcome.REWORK) {
            GateVote vote = gates.lastVotes(decided.pilotKey(), decided.gate()).stream()
                    .filter(one -> one.outcome() == GateOutcome.REWORK)
                    .max(Comparator.comparing(one -> one.sentBack().riskOwned()))
                    .orElseThrow();
            book.hold(decided.pilotKey());
            Loop loop = book.begun(
                    pilots.get(decided.pilotKey()), decided.gate(), Kind.REWORK, question(vote), decided.at());
            if (vote.sentBack().riskOwned()) {
                loop.own(vote.signer());
            }
            loops.save(loop);
        }
    }

    /**
     * What the gateway behind a gate reads: the verdict, or {@code settle} when this was one loop too many, with what the
     * process needs that settles it.
     *
     * @param decisionVariable for example {@code authorisationDecision}
     */
    public Map<String, Object> variables(String pilotKey, Gate gate, GateVerdict verdict, String decisionVariable) {
        Map<String, Object> variables = verdict.variables(decisionVariable);
        if (verdict.complete() && verdict.outcome() == GateOutcome.REWORK) {
            openAt(pilotKey, gate).ifPresent(loop -> {
                LoopLimit.Rule rule = book.ruleOfLast(loop);
                if (rule.last()) {
                    variables.put(decisionVariable, "settle");
                    variables.put("loopId", loop.id());
                    variables.put("loopSigners", rule.signers());
                }
            });
        }
        return variables;
    }

    /** What the form of a gate shows of sending back: whether it needs new evidence, and whether it would be the last time. */
    public Map<String, Object> shown(String pilotKey, Gate gate) {
        LoopLimit.Rule rule = book.rule(pilotKey, gate, REWORK);
        return Map.of("newEvidence", rule.newEvidence(), "last", rule.last(), "loop", book.next(pilotKey));
    }

    private Optional<Loop> openAt(String pilotKey, Gate gate) {
        return book.of(pilotKey).stream()
                .filter(loop -> loop.kind() == Kind.REWORK && loop.isOpen() && loop.gate() == gate)
                .findFirst();
    }

    private static Question question(GateVote vote) {
        SentBack brought = vote.sentBack();
        return new Question(
                REWORK,
                Objects.requireNonNullElse(vote.reason(), ""),
                brought.evidence(),
                brought.evidenceOn(),
                vote.signer(),
                vote.role(),
                brought.riskOwned() ? vote.role() : null);
    }
}
