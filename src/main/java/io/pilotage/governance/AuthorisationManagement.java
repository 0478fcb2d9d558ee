package io.pilotage.governance;

import io.pilotage.pilot.EvidenceSource;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.GateVote;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gate G3: who took the remaining risk, and the authorisation that unanimous reviews give without a chair. */
@Service
@Transactional
public class AuthorisationManagement implements EvidenceSource {

    private final Assessments assessments;
    private final ReviewManagement reviews;
    private final GateKeeper gates;
    private final Clock clock;

    AuthorisationManagement(Assessments assessments, ReviewManagement reviews, GateKeeper gates, Clock clock) {
        this.assessments = assessments;
        this.reviews = reviews;
        this.gates = gates;
        this.clock = clock;
    }

    /** Notes who takes the remaining risk, or that the person asked declined. */
    public void answer(ResidualRisk risk) {
        assessments.keep(risk);
    }

    @Transactional(readOnly = true)
    public Optional<ResidualRisk> riskOf(String pilotKey) {
        return assessments.of(pilotKey, ResidualRisk.class);
    }

    /**
     * Authorises the use when the reviews are unanimous and gate G3 misses nothing; each reviewer signs with the review.
     *
     * @return false when something is open, and the governance chair has to decide
     */
    public boolean grant(String pilotKey) {
        if (!reviews.isUnanimous(pilotKey) || !gates.missing(pilotKey, Gate.G3).isEmpty()) {
            return false;
        }
        Map<String, String> signers = signers(pilotKey);
        Instant now = clock.instant();
        signers.forEach((role, person) -> gates.vote(
                pilotKey,
                new GateVote(Gate.G3, GateOutcome.GO, person, role, null, null, null, null, now),
                List.copyOf(signers.keySet())));
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        return riskOf(pilotKey).filter(ResidualRisk::owned).isPresent() ? Set.of("residualRiskOwned") : Set.of();
    }

    /** One signature per person and role, because nobody signs a gate twice. */
    private Map<String, String> signers(String pilotKey) {
        Map<String, String> signers = new LinkedHashMap<>();
        for (Review review : reviews.of(pilotKey)) {
            String person = Objects.requireNonNull(review.reviewer());
            if (!signers.containsValue(person)) {
                signers.putIfAbsent(Objects.requireNonNull(review.reviewerRole()), person);
            }
        }
        return signers;
    }
}
