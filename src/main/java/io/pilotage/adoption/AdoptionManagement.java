package io.pilotage.adoption;

import io.pilotage.pilot.EvidenceSource;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.GateVote;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.rollout.RolloutManagement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges each period, and turns what the sponsor decides on it into the state of the pilot. */
@Service
@Transactional
public class AdoptionManagement implements EvidenceSource {

    private static final int MISSED_UNTIL_UNMEASURED = 2;

    private final MeasurementPeriods periods;
    private final Assessor assessor;
    private final GateKeeper gates;
    private final PilotManagement pilots;
    private final RolloutManagement rollout;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AdoptionManagement(
            MeasurementPeriods periods,
            Assessor assessor,
            GateKeeper gates,
            PilotManagement pilots,
            RolloutManagement rollout,
            Clock clock,
            ApplicationEventPublisher events) {
        this.periods = periods;
        this.assessor = assessor;
        this.gates = gates;
        this.pilots = pilots;
        this.rollout = rollout;
        this.clock = clock;
        this.events = events;
    }

    /** Holds the figures of a period against what gate G6 requires of this pilot; a measured pilot is not unmeasured. */
    public Judgement judge(Period period) {
        MeasurementPeriod judged = periods.save(MeasurementPeriod.judged(
                period,
                assessor.findings(period),
                assessor.figures(period),
                facts(gates.requirements(period.pilotKey(), Gate.G6)),
                periods.findById(period.id()).orElse(null)));
        if (pilots.get(period.pilotKey()).status() == PilotStatus.UNMEASURED) {
            pilots.become(period.pilotKey(), PilotStatus.VISITED, null, null);
        }
        events.publishEvent(new AdoptionJudged(period, judged.judgement(), judged.figures(), clock.instant()));
        return judged.judgement();
    }

    /**
     * Nobody measured the period before the next one was over.
     *
     * @return whether the pilot now counts as unmeasured: so many periods in a row are missed
     */
    public boolean miss(Period period) {
        periods.save(
                MeasurementPeriod.missed(period, periods.findById(period.id()).orElse(null)));
        int inARow = missedInARow(period.pilotKey());
        events.publishEvent(new MeasurementMissed(period, inARow, clock.instant()));
        boolean unmeasured = inARow >= MISSED_UNTIL_UNMEASURED;
        if (unmeasured) {
            pilots.become(period.pilotKey(), PilotStatus.UNMEASURED, null, null);
        }
        return unmeasured;
    }

    /**
     * What the sponsor decides on the measured period. Sustaining an adopted pilot passes gate G6, and so does expanding;
     * in every other case in which it goes on, the pilot counts as visited.
     *
     * @throws Refused when a pilot is to be expanded for which gate G6 is closed
     */
    public void decide(String pilotKey, Verdict verdict) {
        boolean adopted = false;
        Optional<MeasurementPeriod> measured = latest(pilotKey);
        switch (verdict.decision()) {
            case SUSTAIN ->
                adopted =
                        measured.filter(p -> p.judgement() == Judgement.ADOPTED).isPresent();
            case EXPAND -> {
                adopted = true;
                rollout.expand(pilotKey);
            }
            case SHRINK -> rollout.shrink(pilotKey);
            case KILL -> vote(pilotKey, GateOutcome.KILL, verdict);
            case ADJUST, RETIRE -> {}
        }
        if (adopted) {
            vote(pilotKey, GateOutcome.GO, verdict);
        }
        if (verdict.decision().outcome().equals("continue")) {
            pilots.become(pilotKey, adopted ? PilotStatus.ADOPTED : PilotStatus.VISITED, null, verdict.reason());
        }
        measured.ifPresent(period -> {
            period.decide(verdict);
            periods.save(period);
        });
    }

    /** What the superior decides on a pilot that nobody measures; it stays unmeasured until somebody does. */
    public void decideUnmeasured(String pilotKey, Verdict verdict) {
        latest(pilotKey).ifPresent(period -> {
            period.decide(verdict);
            periods.save(period);
        });
        if (verdict.decision() == UseDecision.SHRINK) {
            rollout.shrink(pilotKey);
        } else if (verdict.decision() == UseDecision.KILL) {
            pilots.become(pilotKey, PilotStatus.STOPPED, stallReason(verdict), verdict.reason());
        }
    }

    /** Nobody answered for an unmeasured pilot: it goes back by one ring, because nobody knows what it does. */
    public void shrinkForSilence(String pilotKey) {
        rollout.shrink(pilotKey);
    }

    /** The period measured or missed last. */
    @Transactional(readOnly = true)
    public Optional<MeasurementPeriod> latest(String pilotKey) {
        return history(pilotKey).stream().findFirst();
    }

    /** All periods, latest first. */
    @Transactional(readOnly = true)
    public List<MeasurementPeriod> history(String pilotKey) {
        return periods.findByPilotKeyOrderByEndsOnDesc(pilotKey);
    }

    /** How many periods in a row were missed, up to now. */
    @Transactional(readOnly = true)
    public int missedInARow(String pilotKey) {
        return (int) history(pilotKey).stream()
                .takeWhile(MeasurementPeriod::isMissed)
                .count();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        return latest(pilotKey).map(period -> period.findings().facts()).orElse(Set.of());
    }

    /** What a period can be judged by; whatever else the gate asks for is asked when somebody votes. */
    private static Set<String> facts(List<String> requirements) {
        return requirements.stream().filter(Findings::speaksOf).collect(Collectors.toSet());
    }

    private void vote(String pilotKey, GateOutcome outcome, Verdict verdict) {
        gates.vote(
                pilotKey,
                new GateVote(
                        Gate.G6,
                        outcome,
                        verdict.by(),
                        verdict.role(),
                        verdict.reason(),
                        outcome == GateOutcome.GO ? null : stallReason(verdict),
                        null,
                        null,
                        verdict.at()),
                List.of(verdict.role()));
    }

    private static StallReason stallReason(Verdict verdict) {
        return verdict.reasonCode() == null ? StallReason.OTHER : StallReason.ofCode(verdict.reasonCode());
    }
}
