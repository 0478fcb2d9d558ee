package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Accountability;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.DelayCost;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatusChanged;
import io.pilotage.pilot.reopening.Loop.Kind;
import io.pilotage.pilot.reopening.Loop.Outcome;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps decided points closed (R112), and counts every loop with what it costs (R78). */
@Service
@Transactional
public class Finality {

    private final Loops loops;
    private final LoopLimit limit;
    private final PilotManagement pilots;
    private final GateKeeper gates;
    private final AccountabilityManagement accountabilities;
    private final ObjectProvider<DelayCost> delay;
    private final Journeys journeys;
    private final LoopsTold told;
    private final Clock clock;

    Finality(
            Loops loops,
            LoopLimit limit,
            PilotManagement pilots,
            GateKeeper gates,
            AccountabilityManagement accountabilities,
            ObjectProvider<DelayCost> delay,
            Journeys journeys,
            LoopsTold told,
            Clock clock) {
        this.loops = loops;
        this.limit = limit;
        this.pilots = pilots;
        this.gates = gates;
        this.accountabilities = accountabilities;
        this.delay = delay;
        this.journeys = journeys;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Questions a gate that was decided. The risk of asking is owned by whoever asks, or by the accountable person of
     * another role, who is asked to accept it.
     *
     * @param question {@code askedRole} must be a role of the person; {@code ownerRole} is the same or another one
     * @throws StaysClosed when the pilot is over, the gate is not decided, another question is open, the evidence is
     *     missing, old or used, or nobody owns the risk
     */
    public Loop ask(String pilotKey, Gate gate, Question question) {
        Pilot pilot = pilots.get(pilotKey);
        if (pilot.status().isFinal()) {
            throw new StaysClosed(
                    "pilot.over",
                    pilotKey,
                    new Word(
                            "pilot.status." + pilot.status().name(),
                            pilot.status().name()));
        }
        GateDecided decided =
                decided(pilotKey, gate).orElseThrow(() -> new StaysClosed("pilot.reopening.notDecided", gate.name()));
        List<Loop> earlier = of(pilotKey);
        if (earlier.stream().anyMatch(loop -> loop.kind() == Kind.REOPENING && loop.isOpen())) {
            throw new StaysClosed("pilot.reopening.alreadyOpen");
        }
        question.newSince(LocalDate.ofInstant(decided.at(), ZoneOffset.UTC));
        if (earlier.stream().anyMatch(loop -> question.hasEvidenceOf(loop.question()))) {
            throw new StaysClosed("pilot.reopening.evidenceUsed");
        }
        String owner = owner(pilotKey, question).orElseThrow(() -> new StaysClosed("pilot.reopening.ownerMissing"));
        Loop loop = open(pilot, gate, Kind.REOPENING, question, clock.instant());
        boolean own = owner.equals(question.askedBy());
        if (own) {
            loop.own(owner);
        }
        loops.save(loop);
        told.asked(loop);
        boolean last = limit.isReached(loop.number());
        journeys.start(
                "decidedPointQuestioned",
                pilotKey,
                Map.of(
                        "loopId",
                        loop.id(),
                        "loopWay",
                        last ? "settle" : own ? "answer" : "accept",
                        "riskRole",
                        Objects.requireNonNull(question.ownerRole()),
                        "signers",
                        last ? limit.signers(loop.number()) : List.of()));
        return loop;
    }

    /** Somebody takes the risk of asking, or nobody does and the point stays closed. */
    public void own(String loopId, boolean accepted, String reason, String by) {
        Loop loop = get(loopId);
        if (accepted) {
            loop.own(by);
            loops.save(loop);
        } else {
            close(loop, Outcome.NOT_OWNED, reason, by);
        }
    }

    /** What was decided stands, or the pilot is called into question. @throws Refused for whoever asked */
    public void answer(String loopId, boolean stands, String reason, String by) {
        Loop loop = get(loopId);
        if (by.equals(loop.question().askedBy())) {
            throw new Refused("pilot.reopening.yourOwn");
        }
        close(loop, stands ? Outcome.STANDS : Outcome.IN_QUESTION, reason, by);
    }

    /**
     * One of those who end the loops has spoken.
     *
     * @return what ends the pilot, once all have spoken and somebody does not own it
     */
    public Optional<Settlement> settle(String loopId, Settlement settlement, int needed) {
        Loop loop = get(loopId);
        Optional<Settlement> killed = Optional.empty();
        if (loop.settle(settlement, needed)) {
            killed = loop.killed();
            close(
                    loop,
                    killed.isPresent() ? Outcome.KILLED : Outcome.OWNED,
                    killed.map(Settlement::reason).orElse(settlement.reason()),
                    settlement.person());
        } else {
            loops.save(loop);
        }
        return killed;
    }

    /** Each time a gate is sent back is a loop too; it ends when its signers decide again. */
    @EventListener
    public void count(GateDecided decided) {
        of(decided.pilotKey()).stream()
                .filter(loop -> loop.kind() == Kind.REWORK && loop.isOpen() && loop.gate() == decided.gate())
                .forEach(loop -> {
                    loop.close(Outcome.DECIDED, decided.reason(), decided.at());
                    loops.save(loop);
                });
        if (decided.outcome() == GateOutcome.REWORK) {
            String reason = Objects.requireNonNullElse(decided.reason(), "");
            Question sentBack =
                    new Question("rework", reason, null, null, decided.signers().get(0), null, null);
            loops.save(open(pilots.get(decided.pilotKey()), decided.gate(), Kind.REWORK, sentBack, decided.at()));
        }
    }

    /** With the pilot every loop is over. */
    @EventListener
    public void lapse(PilotStatusChanged changed) {
        if (changed.status().isFinal()) {
            of(changed.pilotKey()).stream().filter(Loop::isOpen).forEach(loop -> {
                loop.close(Outcome.LAPSED, null, changed.at());
                loops.save(loop);
            });
        }
    }

    /** Every loop of a pilot, oldest first. */
    @Transactional(readOnly = true)
    public List<Loop> of(String pilotKey) {
        return loops.findByPilotKeyOrderByLoopNumber(pilotKey);
    }

    @Transactional(readOnly = true)
    public Loop get(String loopId) {
        return loops.findById(loopId).orElseThrow(() -> new Refused("pilot.reopening.gone"));
    }

    private Optional<GateDecided> decided(String pilotKey, Gate gate) {
        return gates.decisions(pilotKey).stream()
                .filter(decided -> decided.gate() == gate)
                .reduce((earlier, later) -> later)
                .filter(decided -> decided.outcome().opens());
    }

    private Optional<String> owner(String pilotKey, Question question) {
        String role = Objects.requireNonNullElse(question.ownerRole(), "");
        return role.equals(question.askedRole())
                ? Optional.of(question.askedBy())
                : accountabilities.of(pilotKey, role).map(Accountability::person);
    }

    private Loop open(Pilot pilot, Gate gate, Kind kind, Question question, Instant at) {
        int number = 1 + (int) of(pilot.key()).stream().filter(Loop::counts).count();
        @Nullable BigDecimal perDay = delay.stream()
                .flatMap(cost -> cost.perDay(pilot.key()).stream())
                .findFirst()
                .orElse(null);
        return Loop.asked(
                pilot.key(),
                gate,
                kind,
                number,
                question,
                perDay,
                pilot.proposal().currency(),
                at);
    }

    private void close(Loop loop, Outcome outcome, String reason, String by) {
        loop.close(outcome, reason, clock.instant());
        loops.save(loop);
        told.closed(loop, by);
    }
}
