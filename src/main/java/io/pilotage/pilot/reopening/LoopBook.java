package io.pilotage.pilot.reopening;

import io.pilotage.audit.Trail;
import io.pilotage.pilot.DelayCost;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.reopening.Loop.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the loops of each pilot, with what a day of waiting costs, and holds new questions against all that was decided. */
@Component
class LoopBook {

    private final Loops loops;
    private final LoopLimit limit;
    private final GateKeeper gates;
    private final ObjectProvider<DelayCost> delay;
    private final Trail trail;
    private final Clock clock;

    LoopBook(
            Loops loops, LoopLimit limit, GateKeeper gates, ObjectProvider<DelayCost> delay, Trail trail, Clock clock) {
        this.loops = loops;
        this.limit = limit;
        this.gates = gates;
        this.delay = delay;
        this.trail = trail;
        this.clock = clock;
    }

    /** Nobody else begins a loop of this pilot until the caller's transaction is over: each has a number of its own. */
    void hold(String pilotKey) {
        trail.hold(pilotKey);
    }

    /** Oldest first. */
    List<Loop> of(String pilotKey) {
        return loops.findByPilotKeyOrderByLoopNumber(pilotKey);
    }

    /** The number of a loop that would begin now. */
    int next(String pilotKey) {
        return 1 + (int) of(pilotKey).stream().filter(Loop::counts).count();
    }

    /** What holds for a loop that would begin now. */
    LoopLimit.Rule rule(String pilotKey, Gate gate, String asks) {
        return limit.of(asks, decisions(pilotKey, gate).size(), next(pilotKey));
    }

    /** What holds for the loop that the last decision at its gate began. */
    LoopLimit.Rule ruleOfLast(Loop loop) {
        int before = decisions(loop.pilotKey(), loop.gate()).size() - 1;
        return limit.of(loop.question().asks(), before, loop.number());
    }

    /** Each time the gate was opened or sent back, oldest first; a hold decides nothing. */
    List<GateDecided> decisions(String pilotKey, Gate gate) {
        return gates.decisions(pilotKey).stream()
                .filter(decided -> decided.gate() == gate)
                .filter(decided -> decided.outcome().opens() || decided.outcome() == GateOutcome.REWORK)
                .toList();
    }

    /**
     * Lets only a question through that rests on something new.
     *
     * @throws StaysClosed when its evidence is missing, ahead, older than the decision, or was brought before
     */
    void holdAgainst(GateDecided decided, Question question) {
        question.newSince(
                LocalDate.ofInstant(decided.at(), ZoneOffset.UTC),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (of(decided.pilotKey()).stream().anyMatch(loop -> question.hasEvidenceOf(loop.question()))) {
            throw StaysClosed.because("evidence", "pilot.reopening.evidenceUsed");
        }
    }

    /** A loop that begins; not kept yet. */
    Loop begun(Pilot pilot, Gate gate, Kind kind, Question question, Instant at) {
        @Nullable BigDecimal perDay = delay.stream()
                .flatMap(cost -> cost.perDay(pilot.key()).stream())
                .findFirst()
                .orElse(null);
        return Loop.asked(
                pilot.key(),
                gate,
                kind,
                next(pilot.key()),
                question,
                perDay,
                pilot.proposal().currency(),
                at);
    }
}
