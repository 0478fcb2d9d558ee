package io.pilotage.pilot;

import io.pilotage.workflow.DecisionTables;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry's verbs: propose, bring in, classify, answer, change state. */
@Service
@Transactional
public class PilotManagement {

    private final Pilots pilots;
    private final PilotKeys keys;
    private final AccountabilityManagement accountabilities;
    private final PhasePassages passages;
    private final DecisionTables tables;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PilotManagement(
            Pilots pilots,
            PilotKeys keys,
            AccountabilityManagement accountabilities,
            PhasePassages passages,
            DecisionTables tables,
            Clock clock,
            ApplicationEventPublisher events) {
        this.pilots = pilots;
        this.keys = keys;
        this.accountabilities = accountabilities;
        this.passages = passages;
        this.tables = tables;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Registers a pilot that somebody proposes.
     *
     * @param accountable group to login name, as named at intake
     * @return the new case's key
     */
    public String propose(Proposal proposal, RiskAnswers risk, Map<String, String> accountable, String requester) {
        Instant now = clock.instant();
        Pilot pilot = pilots.save(Pilot.proposed(keys.next(), proposal, risk, requester, now));
        passages.enter(pilot.key(), pilot.phase(), now);
        accountable.forEach((role, person) -> accountabilities.name(pilot.key(), role, person));
        return pilot.key();
    }

    /**
     * Registers an entry of an existing inventory; a second time changes nothing.
     *
     * @return the new case's key, or empty when the entry is registered already
     */
    public Optional<String> bringIn(Inventory entry) {
        return bringIn(entry, new Classifications());
    }

    /**
     * Registers one of many entries of an existing inventory; a second time changes nothing.
     *
     * @param known what the decision tables said to the entries before
     * @return the new case's key, or empty when the entry is registered already
     */
    public Optional<String> bringIn(Inventory entry, Classifications known) {
        if (pilots.existsBySourceAndSourceRow(entry.source(), entry.row())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Pilot pilot = Pilot.imported(
                keys.next(),
                entry.proposal(),
                entry.risk(),
                entry.phase(),
                entry.status(),
                entry.source(),
                entry.row(),
                now);
        pilot.classify(known.of(entry.risk(), this::classification));
        pilots.save(pilot);
        passages.enter(pilot.key(), pilot.phase(), now);
        entry.accountable().forEach((role, person) -> accountabilities.name(pilot.key(), role, person));
        return Optional.of(pilot.key());
    }

    /** Sends a case that was brought in on its journey, from the phase it stands in. */
    public void travel(String pilotKey) {
        events.publishEvent(new PilotTravels(get(pilotKey)));
    }

    /** Asks the decision tables for tier and pathway and notes them on the case. */
    public Pilot classify(String pilotKey) {
        Pilot pilot = get(pilotKey);
        classify(pilot);
        return pilots.save(pilot);
    }

    /** Answers the risk questions and asks the decision tables again, so that the answers count from now on. */
    public Pilot answerRisk(String pilotKey, RiskAnswers answers) {
        Pilot pilot = get(pilotKey);
        pilot.answerRisk(answers);
        classify(pilot);
        return pilots.save(pilot);
    }

    /** Notes that the case entered a phase. */
    public void enterPhase(String pilotKey, Phase phase) {
        Pilot pilot = get(pilotKey);
        Instant now = clock.instant();
        if (pilot.enter(phase, now)) {
            pilots.save(pilot);
            passages.leave(pilotKey, now);
            passages.enter(pilotKey, phase, now);
        }
    }

    /** Changes the status, with a reason of the taxonomy where something stops (R5). */
    public void become(String pilotKey, PilotStatus status, @Nullable StallReason reason, @Nullable String note) {
        Pilot pilot = get(pilotKey);
        pilot.become(status, reason, note, clock.instant());
        pilots.save(pilot);
        if (status.isFinal()) {
            passages.leave(pilotKey, clock.instant());
        }
        events.publishEvent(new PilotStatusChanged(pilotKey, status, clock.instant()));
    }

    /** Ends a hold; a case that is not held is left as it is. */
    public void resume(String pilotKey) {
        Pilot pilot = get(pilotKey);
        if (pilot.status() == PilotStatus.HELD) {
            pilot.resume(clock.instant());
            pilots.save(pilot);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Pilot> find(String pilotKey) {
        return pilots.findById(pilotKey);
    }

    /** The case of a key that must exist. @throws Refused when there is no such case */
    @Transactional(readOnly = true)
    public Pilot get(String pilotKey) {
        return find(pilotKey).orElseThrow(() -> new Refused("pilot.unknown", pilotKey));
    }

    private void classify(Pilot pilot) {
        pilot.classify(classification(pilot.risk()));
    }

    private Classification classification(RiskAnswers risk) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("regulatedArea", risk.regulatedArea());
        inputs.put("affectedPersons", risk.affectedPersons());
        inputs.put("autonomy", risk.autonomy());
        inputs.put("agentic", risk.agentic());
        inputs.put("personalData", risk.personalData());
        Tier tier = Tier.ofCode((String) tables.row("riskTier", inputs).get("tier"));
        Map<String, Object> pathInputs = new HashMap<>();
        pathInputs.put("tier", tier == null ? null : tier.code());
        pathInputs.put("autonomy", risk.autonomy());
        Map<String, Object> path = tables.row("productionPathway", pathInputs);
        Number days = (Number) path.get("expectedLeadTimeDays");
        return new Classification(tier, (String) path.get("pathway"), days == null ? null : days.intValue());
    }
}
