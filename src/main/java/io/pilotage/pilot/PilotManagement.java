package io.pilotage.pilot;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final RiskClassifier classifier;
    private final StatusRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PilotManagement(
            Pilots pilots,
            PilotKeys keys,
            AccountabilityManagement accountabilities,
            PhasePassages passages,
            RiskClassifier classifier,
            StatusRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.pilots = pilots;
        this.keys = keys;
        this.accountabilities = accountabilities;
        this.passages = passages;
        this.classifier = classifier;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Registers a pilot that somebody proposes.
     *
     * @param accountable group to login name, as named at intake
     * @return the new case's key
     * @throws Refused when it is to join or differ from a pilot that is not there
     */
    public String propose(Proposal proposal, RiskAnswers risk, Map<String, String> accountable, String requester) {
        String similar = proposal.similarPilot();
        if (similar != null && !pilots.existsById(similar.strip())) {
            throw new Refused("pilot.similar.unknown", similar);
        }
        Instant now = clock.instant();
        Pilot pilot = pilots.save(Pilot.proposed(keys.next(1).get(0), proposal, risk, requester, now));
        passages.enter(List.of(pilot), now);
        accountable.forEach((role, person) -> accountabilities.name(pilot.key(), role, person));
        return pilot.key();
    }

    /**
     * Registers an entry of an existing inventory; a second time changes nothing.
     *
     * @return the new case's key, or empty when the entry is registered already
     */
    public Optional<String> bringIn(Inventory entry) {
        return bringIn(List.of(entry)).get(0);
    }

    /**
     * Registers entries of existing inventories, many at a time; a second time changes nothing.
     *
     * @return the new case's key for each entry in their order; empty for an entry that is registered already
     */
    public List<Optional<String>> bringIn(List<Inventory> entries) {
        Set<Origin> registered = registered(entries);
        List<Inventory> fresh = entries.stream()
                .filter(entry -> registered.add(Origin.of(entry)))
                .toList();
        Map<Origin, Pilot> cases = register(fresh);
        List<Optional<String>> brought = new ArrayList<>();
        for (Inventory entry : entries) {
            brought.add(Optional.ofNullable(cases.remove(Origin.of(entry))).map(Pilot::key));
        }
        return brought;
    }

    /** Sends cases that were brought in on their journeys, each from the phase it stands in. */
    public void travel(Collection<String> pilotKeys) {
        pilots.findAllById(pilotKeys).forEach(pilot -> events.publishEvent(new PilotTravels(pilot)));
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

    /**
     * States in which currency the money of the pilot is, where nobody has said so yet.
     *
     * @param currency ISO 4217; null when it is stated already and was not asked for
     * @return the currency of every amount of the pilot
     * @throws Refused when it is stated by nobody, or is another than the one that was stated
     */
    public String inCurrency(String pilotKey, @Nullable String currency) {
        Pilot pilot = get(pilotKey);
        if (currency != null) {
            pilot.stateCurrency(currency);
            pilots.save(pilot);
        }
        String stated = pilot.proposal().currency();
        if (stated == null) {
            throw new Refused("pilot.currency.missing", pilotKey);
        }
        return stated;
    }

    /** Notes what the signers of the charter granted. @param amount in the pilot's currency */
    public void grant(String pilotKey, BigDecimal amount, LocalDate until) {
        Pilot pilot = get(pilotKey);
        pilot.grant(amount, until);
        pilots.save(pilot);
    }

    /** Notes that the case entered a phase. */
    public void enterPhase(String pilotKey, Phase phase) {
        Pilot pilot = get(pilotKey);
        Instant now = clock.instant();
        if (pilot.enter(phase, now)) {
            pilots.save(pilot);
            passages.leave(pilotKey, now);
            passages.enter(List.of(pilot), now);
        }
    }

    /** Changes the status, with a reason of the taxonomy where something stops (R5). */
    public void become(String pilotKey, PilotStatus status, @Nullable StallReason reason, @Nullable String note) {
        Pilot pilot = get(pilotKey);
        PilotStatus before = pilot.status();
        pilot.become(status, reason, note, clock.instant());
        pilots.save(pilot);
        record.changed(pilot, before, clock.instant());
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
            record.changed(pilot, PilotStatus.HELD, clock.instant());
        }
    }

    @Transactional(readOnly = true)
    public Optional<Pilot> find(String pilotKey) {
        return pilots.findById(pilotKey);
    }

    /** The case of a key that must exist. @throws Refused when there is no such case */
    @Transactional(readOnly = true)
    public Pilot get(String pilotKey) {
        return find(pilotKey).orElseThrow(() -> Refused.missing("pilot.unknown", pilotKey));
    }

    private Set<Origin> registered(List<Inventory> entries) {
        Set<Origin> registered = new HashSet<>();
        entries.stream()
                .collect(Collectors.groupingBy(
                        Inventory::source, Collectors.mapping(Inventory::row, Collectors.toList())))
                .forEach((source, rows) ->
                        pilots.registered(source, rows).forEach(row -> registered.add(new Origin(source, row))));
        return registered;
    }

    private Map<Origin, Pilot> register(List<Inventory> entries) {
        if (entries.isEmpty()) {
            return new HashMap<>();
        }
        Instant now = clock.instant();
        Classifications classifications = new Classifications();
        Iterator<String> key = keys.next(entries.size()).iterator();
        Map<Origin, Pilot> cases = new LinkedHashMap<>();
        for (Inventory entry : entries) {
            Pilot pilot = Pilot.imported(key.next(), entry, now);
            pilot.classify(classifications.of(entry.risk(), classifier::classify));
            cases.put(Origin.of(entry), pilot);
        }
        pilots.saveAll(cases.values());
        passages.enter(cases.values(), now);
        for (Inventory entry : entries) {
            String pilotKey =
                    Objects.requireNonNull(cases.get(Origin.of(entry))).key();
            entry.accountable().forEach((role, person) -> accountabilities.name(pilotKey, role, person));
        }
        return cases;
    }

    private void classify(Pilot pilot) {
        pilot.classify(classifier.classify(pilot.risk()));
    }

    /** Where an entry of an inventory comes from. */
    private record Origin(String source, String row) {

        static Origin of(Inventory entry) {
            return new Origin(entry.source(), entry.row());
        }
    }
}
