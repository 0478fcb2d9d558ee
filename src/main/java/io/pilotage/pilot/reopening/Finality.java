package io.pilotage.pilot.reopening;

import io.pilotage.pilot.Accountability;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatusChanged;
import io.pilotage.pilot.reopening.Loop.Kind;
import io.pilotage.pilot.reopening.Loop.Outcome;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps decided points closed (R112): opens one only on new evidence, for those whom it concerns, until they decide again. */
@Service
@Transactional
public class Finality {

    private final Loops loops;
    private final LoopBook book;
    private final DecidedParts parts;
    private final PilotManagement pilots;
    private final AccountabilityManagement accountabilities;
    private final Journeys journeys;
    private final LoopsTold told;
    private final Clock clock;

    Finality(
            Loops loops,
            LoopBook book,
            DecidedParts parts,
            PilotManagement pilots,
            AccountabilityManagement accountabilities,
            Journeys journeys,
            LoopsTold told,
            Clock clock) {
        this.loops = loops;
        this.book = book;
        this.parts = parts;
        this.pilots = pilots;
        this.accountabilities = accountabilities;
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
        GateDecided decided = decided(pilotKey, gate)
                .orElseThrow(() -> StaysClosed.because("gate", "pilot.reopening.notDecided", gate.name()));
        book.hold(pilotKey);
        if (of(pilotKey).stream().anyMatch(loop -> loop.kind() == Kind.REOPENING && loop.isOpen())) {
            throw new StaysClosed("pilot.reopening.alreadyOpen");
        }
        book.holdAgainst(decided, question);
        String owner = owner(pilotKey, question)
                .orElseThrow(() -> StaysClosed.because("owner", "pilot.reopening.ownerMissing"));
        LoopLimit.Rule rule = book.rule(pilotKey, gate, question.asks());
        Loop loop = book.begun(pilot, gate, Kind.REOPENING, question, clock.instant());
        boolean own = owner.equals(question.askedBy());
        if (own) {
            loop.own(owner);
        }
        loops.save(loop);
        told.asked(loop);
        journeys.start(
                "decidedPointQuestioned",
                pilotKey,
                Map.of(
                        "loopId",
                        loop.id(),
                        "loopWay",
                        rule.last() ? "settle" : own ? "answer" : "accept",
                        "riskRole",
                        Objects.requireNonNull(question.ownerRole()),
                        "signers",
                        rule.signers()));
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

    /** What was decided stands, or the whole pilot is called into question. @throws Refused for whoever asked */
    public void answer(String loopId, boolean stands, String reason, String by) {
        close(askedBySomebodyElse(loopId, by), stands ? Outcome.STANDS : Outcome.IN_QUESTION, reason, by);
    }

    /**
     * Opens the point again, and nothing else: until they have decided it again, no later gate opens.
     *
     * @param concerned groups whose part of the decision is decided again; each had a part in it
     * @throws Refused for whoever asked, or when somebody is named who had no part in the decision
     */
    public void openAgain(String loopId, List<String> concerned, String why, String by) {
        Loop loop = askedBySomebodyElse(loopId, by);
        parts.check(loop, concerned);
        loop.openAgain(why, clock.instant());
        loops.save(loop);
        told.openedAgain(loop, concerned, by);
    }

    /**
     * One of those whom it concerns has decided again.
     *
     * @param said {@code owned} when the person stands by what was decided
     * @return the first who does not, once all have spoken
     */
    public Optional<Settlement> decideAgain(String loopId, Settlement said, int needed) {
        if (said.owned()) {
            parts.approve(get(loopId), said.roleGroup(), said.person(), clock.instant());
        }
        return spoken(loopId, said, needed, Outcome.DECIDED, Outcome.IN_QUESTION);
    }

    /**
     * One of those who end the loops has spoken.
     *
     * @return what ends the pilot, once all have spoken and somebody does not own it
     */
    public Optional<Settlement> settle(String loopId, Settlement settlement, int needed) {
        return spoken(loopId, settlement, needed, Outcome.OWNED, Outcome.KILLED);
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
        return book.of(pilotKey);
    }

    @Transactional(readOnly = true)
    public Loop get(String loopId) {
        return loops.findById(loopId).orElseThrow(() -> new Refused("pilot.reopening.gone"));
    }

    /** Groups that had a part in deciding the point the loop is about, in a steady order. */
    public List<String> partsOf(Loop loop) {
        return List.copyOf(parts.of(loop.pilotKey(), loop.gate()).keySet());
    }

    private Optional<GateDecided> decided(String pilotKey, Gate gate) {
        return book.decisions(pilotKey, gate).stream()
                .reduce((earlier, later) -> later)
                .filter(decided -> decided.outcome().opens());
    }

    private Optional<String> owner(String pilotKey, Question question) {
        String role = Objects.requireNonNullElse(question.ownerRole(), "");
        return role.equals(question.askedRole())
                ? Optional.of(question.askedBy())
                : accountabilities.of(pilotKey, role).map(Accountability::person);
    }

    private Loop askedBySomebodyElse(String loopId, String by) {
        Loop loop = get(loopId);
        if (by.equals(loop.question().askedBy())) {
            throw new Refused("pilot.reopening.yourOwn");
        }
        return loop;
    }

    private Optional<Settlement> spoken(String loopId, Settlement said, int needed, Outcome all, Outcome notAll) {
        Loop loop = get(loopId);
        if (!loop.settle(said, needed)) {
            loops.save(loop);
            return Optional.empty();
        }
        Optional<Settlement> against = loop.against();
        close(
                loop,
                against.isPresent() ? notAll : all,
                against.map(Settlement::reason).orElse(said.reason()),
                said.person());
        return against;
    }

    private void close(Loop loop, Outcome outcome, String reason, String by) {
        loop.close(outcome, reason, clock.instant());
        loops.save(loop);
        told.closed(loop, by);
    }
}
