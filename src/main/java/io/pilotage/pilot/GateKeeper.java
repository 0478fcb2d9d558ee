package io.pilotage.pilot;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.seal.ApprovalFreeze;
import io.pilotage.workflow.DecisionTables;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gates: who has signed what, what is still missing, and what the strictest vote does to the case. */
@Service
@Transactional
public class GateKeeper {

    private static final String ACCOUNTABLE = "accountable:";

    private final Pilots pilots;
    private final Accountabilities accountabilities;
    private final GateRounds rounds;
    private final PhasePassages passages;
    private final DecisionTables tables;
    private final ObjectProvider<EvidenceSource> evidence;
    private final ObjectProvider<ReworkGuard> reworks;
    private final Trail trail;
    private final ApprovalFreeze approvals;
    private final StatusRecord record;
    private final ApplicationEventPublisher events;

    GateKeeper(
            Pilots pilots,
            Accountabilities accountabilities,
            GateRounds rounds,
            PhasePassages passages,
            DecisionTables tables,
            ObjectProvider<EvidenceSource> evidence,
            ObjectProvider<ReworkGuard> reworks,
            Trail trail,
            ApprovalFreeze approvals,
            StatusRecord record,
            ApplicationEventPublisher events) {
        this.pilots = pilots;
        this.accountabilities = accountabilities;
        this.rounds = rounds;
        this.passages = passages;
        this.tables = tables;
        this.evidence = evidence;
        this.reworks = reworks;
        this.trail = trail;
        this.approvals = approvals;
        this.record = record;
        this.events = events;
    }

    /**
     * Notes a signer's vote; when every required signer has spoken, the strictest vote decides and changes the case.
     *
     * @param signers groups that must sign, from the decision table {@code approvalLevel}
     * @throws Refused when the vote is to open the gate and a requirement is missing, when the person has signed this
     *     round in another role, when a hold, merge or stop lacks its date, target or reason, or when the gate is sent
     *     back again on nothing new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public GateVerdict vote(String pilotKey, GateVote vote, List<String> signers) {
        Pilot pilot = pilots.findById(pilotKey).orElseThrow(() -> Refused.missing("pilot.unknown", pilotKey));
        guard(pilot, vote);
        int round = rounds.openRound(pilotKey, vote.gate());
        List<GateVote> votes = new ArrayList<>(rounds.votes(pilotKey, vote.gate(), round));
        if (votes.stream().anyMatch(earlier -> earlier.signer().equals(vote.signer()))) {
            throw new Refused("pilot.gate.signedAlready");
        }
        rounds.record(pilotKey, round, vote);
        if (vote.outcome().opens()) {
            approvals.approve(pilotKey, vote.gate().approval(), vote.signer(), vote.at());
        }
        votes.add(vote);
        GateVote strictest = GateRounds.strictest(votes);
        boolean complete = votes.size() >= signers.size();
        if (complete) {
            GateDecided decided = rounds.decide(pilotKey, round, votes);
            PilotStatus before = pilot.status();
            apply(pilot, strictest, decided.at());
            trail.append(TrailEntry.of(pilotKey, vote.at(), vote.signer(), "gateDecided")
                    .as(vote.role(), null)
                    .phase(pilot.phase().process())
                    .argument("gate", vote.gate().name())
                    .argument("outcome", strictest.outcome().code())
                    .persons("signers", decided.signers())
                    .build());
            record.changed(pilot, before, decided.at());
            events.publishEvent(decided);
        }
        return new GateVerdict(strictest.outcome(), complete, strictest.holdUntil());
    }

    /** What the gate still asks for, as names in the decision table {@code gateRequirements}; empty when nothing. */
    public List<String> missing(String pilotKey, Gate gate) {
        Pilot pilot = pilots.findById(pilotKey).orElseThrow(() -> Refused.missing("pilot.unknown", pilotKey));
        Set<String> facts = new HashSet<>();
        evidence.forEach(source -> facts.addAll(source.factsOf(pilotKey)));
        return requirements(pilot, gate).stream()
                .filter(requirement -> !requirement.startsWith(ACCOUNTABLE)
                        ? !facts.contains(requirement)
                        : !isNamed(pilotKey, requirement.substring(ACCOUNTABLE.length())))
                .toList();
    }

    /** What the gate asks for on this case, met or not. */
    public List<String> requirements(String pilotKey, Gate gate) {
        return pilots.findById(pilotKey).map(pilot -> requirements(pilot, gate)).orElse(List.of());
    }

    /** What was decided at the gates of a case, oldest first. */
    public List<GateDecided> decisions(String pilotKey) {
        return rounds.decisions(pilotKey);
    }

    /** Who voted, in the round of a gate that was decided last, for what was decided. */
    public List<String> behindLastDecision(String pilotKey, Gate gate) {
        List<GateVote> votes = lastVotes(pilotKey, gate);
        return votes.stream()
                .filter(vote -> vote.outcome() == GateRounds.strictest(votes).outcome())
                .map(GateVote::signer)
                .toList();
    }

    /** What everybody said in the round of a gate that was decided last; empty when none was. */
    public List<GateVote> lastVotes(String pilotKey, Gate gate) {
        return rounds.votes(pilotKey, gate, rounds.openRound(pilotKey, gate) - 1);
    }

    private List<String> requirements(Pilot pilot, Gate gate) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("gate", gate.name());
        inputs.put("tier", Optional.ofNullable(pilot.tier()).map(Tier::code).orElse(null));
        return tables.list("gateRequirements", inputs);
    }

    /** Whether somebody answers for the role; most roles have no task before the gate and accept by their first one. */
    private boolean isNamed(String pilotKey, String role) {
        return accountabilities
                .findByPilotKeyAndRoleGroup(pilotKey, role)
                .filter(accountability -> accountability.person() != null)
                .isPresent();
    }

    private Optional<MessageSourceResolvable> whyNot(String pilotKey, String fact) {
        return evidence.stream()
                .map(source -> source.whyNot(pilotKey, fact))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void guard(Pilot pilot, GateVote vote) {
        if (vote.outcome().opens()) {
            List<String> missing = missing(pilot.key(), vote.gate());
            if (!missing.isEmpty()) {
                throw new GateClosed(vote.gate(), missing, fact -> whyNot(pilot.key(), fact));
            }
        } else if (vote.reason() == null) {
            throw new Refused("pilot.gate.reasonMissing");
        }
        if (vote.outcome() == GateOutcome.REWORK) {
            reworks.forEach(guard -> guard.admit(pilot.key(), vote));
        }
        if (vote.outcome() == GateOutcome.HOLD && vote.holdUntil() == null) {
            throw new Refused("pilot.gate.holdDateMissing");
        }
        if (vote.outcome() == GateOutcome.MERGE && (vote.mergeInto() == null || !pilots.existsById(vote.mergeInto()))) {
            throw new Refused("pilot.gate.mergeTargetUnknown", Objects.toString(vote.mergeInto(), "?"));
        }
        if ((vote.outcome().ends() || vote.outcome() == GateOutcome.HOLD)
                && vote.outcome() != GateOutcome.MERGE
                && vote.stallReason() == null) {
            throw new Refused("pilot.gate.stallReasonMissing");
        }
    }

    /** The strictest vote holds from the moment the last signer spoke. */
    private void apply(Pilot pilot, GateVote vote, Instant at) {
        switch (vote.outcome()) {
            case GO, GO_CONDITIONAL, REWORK -> {
                if (pilot.status() == PilotStatus.HELD && vote.gate().phase() == pilot.phase()) {
                    pilot.resume(at);
                }
            }
            case HOLD -> pilot.hold(Objects.requireNonNull(vote.holdUntil()), vote.stallReason(), vote.reason(), at);
            case MERGE -> pilot.mergeInto(Objects.requireNonNull(vote.mergeInto()), vote.reason(), at);
            case REJECT, KILL -> pilot.become(PilotStatus.STOPPED, vote.stallReason(), vote.reason(), at);
        }
        pilots.save(pilot);
        if (pilot.status().isFinal()) {
            passages.leave(pilot.key(), at);
        }
        events.publishEvent(new PilotStatusChanged(pilot.key(), pilot.status(), at));
    }
}
