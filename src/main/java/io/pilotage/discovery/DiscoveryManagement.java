package io.pilotage.discovery;

import io.pilotage.pilot.EvidenceSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What discovery learned of a case, and the facts it can vouch for at gate G1. */
@Service
@Transactional
public class DiscoveryManagement implements EvidenceSource {

    private final DecisionMoments moments;
    private final AccountabilityAnswers answers;
    private final DemoDisclosures disclosures;
    private final FeasibilitySketches sketches;
    private final CharterGrants grants;

    DiscoveryManagement(
            DecisionMoments moments,
            AccountabilityAnswers answers,
            DemoDisclosures disclosures,
            FeasibilitySketches sketches,
            CharterGrants grants) {
        this.moments = moments;
        this.answers = answers;
        this.disclosures = disclosures;
        this.sketches = sketches;
        this.grants = grants;
    }

    /** Keeps the latest answer; an earlier one stays on the trail. */
    public void describe(DecisionMoment moment) {
        moments.save(moment);
    }

    public void answer(AccountabilityAnswer answer) {
        answers.save(answer);
    }

    public void disclose(DemoDisclosure disclosure) {
        disclosures.save(disclosure);
    }

    public void sketch(FeasibilitySketch sketch) {
        sketches.save(sketch);
    }

    /** Keeps what a signer of the charter grants. */
    public void grant(CharterGrant grant) {
        grants.save(grant.inPlaceOf(grants.findById(grant.id()).orElse(null)));
    }

    /** What the signers of the charter grant together; empty when none of them has said. @param roles their groups */
    @Transactional(readOnly = true)
    public Optional<CharterGrant> grantedBy(String pilotKey, Collection<String> roles) {
        return grants.findByPilotKey(pilotKey).stream()
                .filter(grant -> roles.contains(grant.roleGroup()))
                .reduce(CharterGrant::and);
    }

    @Transactional(readOnly = true)
    public Optional<DecisionMoment> momentOf(String pilotKey) {
        return moments.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<AccountabilityAnswer> answerOf(String pilotKey) {
        return answers.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<DemoDisclosure> disclosureOf(String pilotKey) {
        return disclosures.findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<FeasibilitySketch> sketchOf(String pilotKey) {
        return sketches.findById(pilotKey);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        Set<String> facts = new HashSet<>();
        if (moments.existsById(pilotKey)) {
            facts.add("decisionMomentDescribed");
        }
        disclosureOf(pilotKey)
                .filter(disclosure -> !disclosure.deltas().isEmpty())
                .ifPresent(disclosure -> facts.add("deltasListed"));
        answerOf(pilotKey).filter(AccountabilityAnswer::isContract).ifPresent(contract -> facts.add("contractSigned"));
        return facts;
    }
}

/** Decision moments by case. */
interface DecisionMoments extends CrudRepository<DecisionMoment, String> {}

/** Answers of decision owners by case. */
interface AccountabilityAnswers extends CrudRepository<AccountabilityAnswer, String> {}

/** Disclosures of demo conditions by case. */
interface DemoDisclosures extends CrudRepository<DemoDisclosure, String> {}

/** Feasibility sketches by case. */
interface FeasibilitySketches extends CrudRepository<FeasibilitySketch, String> {}

/** What signers of charters grant, one row for each role of a case. */
interface CharterGrants extends CrudRepository<CharterGrant, String> {

    List<CharterGrant> findByPilotKey(String pilotKey);
}
