package io.pilotage.roi;

import io.pilotage.discovery.AccountabilityAnswer;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.identity.People;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.valuation.Terms;
import io.pilotage.seal.SealChange;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parts of a money case: each is stated, checked and read here; the latest statement counts. */
@Service
@Transactional
public class RoiManagement {

    private final Baselines baselines;
    private final EstimatePermits permits;
    private final MetricBridges bridges;
    private final MoneyHypotheses hypotheses;
    private final Costs costs;
    private final CriteriaAgreements criteria;
    private final DecisionContracts contracts;
    private final DownsideOwnerships ownerships;
    private final ContractAcceptance acceptance;
    private final MetricSources sources;
    private final DiscoveryManagement discovery;
    private final PilotManagement pilots;
    private final People people;
    private final Clock clock;

    RoiManagement(
            Baselines baselines,
            EstimatePermits permits,
            MetricBridges bridges,
            MoneyHypotheses hypotheses,
            Costs costs,
            CriteriaAgreements criteria,
            DecisionContracts contracts,
            DownsideOwnerships ownerships,
            ContractAcceptance acceptance,
            MetricSources sources,
            DiscoveryManagement discovery,
            PilotManagement pilots,
            People people,
            Clock clock) {
        this.baselines = baselines;
        this.permits = permits;
        this.bridges = bridges;
        this.hypotheses = hypotheses;
        this.costs = costs;
        this.criteria = criteria;
        this.contracts = contracts;
        this.ownerships = ownerships;
        this.acceptance = acceptance;
        this.sources = sources;
        this.discovery = discovery;
        this.pilots = pilots;
        this.people = people;
        this.clock = clock;
    }

    /** @throws Refused when the figure cannot be true or its owner is unknown */
    public void state(Baseline baseline) {
        mustExist(baseline.owner());
        baselines.save(baseline.plausibleOn(today()));
    }

    public void allow(EstimatePermit permit) {
        permits.save(permit.replacing(permits.findById(permit.pilotKey()).orElse(null)));
    }

    public void state(MetricBridge bridge) {
        bridges.save(bridge);
    }

    /** @throws Refused when the figures are out of order, no longer hold, or the benefit owner is unknown */
    public void state(MoneyHypothesis hypothesis) {
        mustExist(hypothesis.benefitOwner());
        hypotheses.save(hypothesis.plausibleOn(today()));
    }

    /** @throws Refused when the cost owner is unknown or the volumes are out of order */
    public void state(CostToServe cost) {
        mustExist(cost.costOwner());
        costs.save(hypothesisOf(cost.pilotKey())
                .map(MoneyHypothesis::plannedVolume)
                .map(cost::plausibleFor)
                .orElse(cost));
    }

    /** @throws Refused when value, use or safety has no limit, or one counts before today or on what nobody measures */
    public void agree(AgreedCriteria agreed) {
        String pilotKey = agreed.pilotKey();
        Set<String> stated = MetricSources.named(
                baselineOf(pilotKey).orElse(null), bridgeOf(pilotKey).orElse(null));
        criteria.save(agreed.plausible(criterion -> sources.has(pilotKey, criterion, stated)));
    }

    /**
     * Accepts the contract and seals it.
     *
     * @param change who asked for another contract and why, when there was one
     * @throws Refused when the contract is over already
     */
    public void sign(DecisionContract contract, SealChange change) {
        acceptance.accept(contracts.save(contract.plausible()), change);
    }

    /** @throws Refused when the person is unknown or the date has passed */
    public void own(DownsideOwnership ownership) {
        mustExist(ownership.owner());
        ownerships.save(ownership.plausibleOn(today()));
    }

    @Transactional(readOnly = true)
    public Optional<Baseline> baselineOf(String pilotKey) {
        return baselines.findById(pilotKey);
    }

    /** Whether the baseline is measured, or the chair's permission for an estimate still holds. */
    @Transactional(readOnly = true)
    public boolean isBaselineGood(String pilotKey) {
        return baselineOf(pilotKey)
                .filter(baseline ->
                        baseline.isMeasured() || openPermitOf(pilotKey).isPresent())
                .isPresent();
    }

    /** The permission under which the case goes on with an estimate today, or empty when it needs or has none. */
    @Transactional(readOnly = true)
    public Optional<EstimatePermit> openPermitOf(String pilotKey) {
        return permits.findById(pilotKey)
                .filter(permit -> permit.isInForceOn(today()))
                .filter(permit ->
                        baselineOf(pilotKey).filter(Baseline::isMeasured).isEmpty());
    }

    @Transactional(readOnly = true)
    public Optional<MetricBridge> bridgeOf(String pilotKey) {
        return bridges.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<MoneyHypothesis> hypothesisOf(String pilotKey) {
        return hypotheses.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<CostToServe> costOf(String pilotKey) {
        return costs.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<AgreedCriteria> criteriaOf(String pilotKey) {
        return criteria.findById(pilotKey);
    }

    /** The contract signed here, or else the one that came with the acceptance of the accountability. */
    @Transactional(readOnly = true)
    public Optional<DecisionContract> contractOf(String pilotKey) {
        return contracts
                .findById(pilotKey)
                .or(() -> discovery
                        .answerOf(pilotKey)
                        .filter(AccountabilityAnswer::isContract)
                        .map(DecisionContract::of));
    }

    @Transactional(readOnly = true)
    public Optional<DownsideOwnership> ownershipOf(String pilotKey) {
        return ownerships.findById(pilotKey);
    }

    /** Benefit and cost held against each other, once both are stated. */
    @Transactional(readOnly = true)
    public Optional<MoneyCase> moneyCaseOf(String pilotKey) {
        String currency =
                pilots.find(pilotKey).map(pilot -> pilot.proposal().currency()).orElse(null);
        return hypothesisOf(pilotKey)
                .flatMap(hypothesis ->
                        costOf(pilotKey).map(cost -> new MoneyCase(hypothesis, cost, Terms.digits(currency))));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void mustExist(@Nullable String person) {
        if (person != null && people.find(person).isEmpty()) {
            throw new Refused("workflow.person.unknown", person);
        }
    }
}

/** Baselines by case. */
interface Baselines extends CrudRepository<Baseline, String> {}

/** Permissions to go on with an estimate, by case. */
interface EstimatePermits extends CrudRepository<EstimatePermit, String> {}

/** Metric bridges by case. */
interface MetricBridges extends CrudRepository<MetricBridge, String> {}

/** Money hypotheses by case. */
interface MoneyHypotheses extends CrudRepository<MoneyHypothesis, String> {}

/** Costs of running by case. */
interface Costs extends CrudRepository<CostToServe, String> {}

/** Agreed kill criteria by case. */
interface CriteriaAgreements extends CrudRepository<AgreedCriteria, String> {}

/** Decision contracts by case. */
interface DecisionContracts extends CrudRepository<DecisionContract, String> {}

/** Who owns the downside, by case. */
interface DownsideOwnerships extends CrudRepository<DownsideOwnership, String> {}
