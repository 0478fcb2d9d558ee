package io.pilotage.governance;

import io.pilotage.seal.Seal;
import io.pilotage.seal.SealChange;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealedContent;
import io.pilotage.seal.Seals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evaluation plans, sealed before the run; the sealed text is where they are kept. */
@Service
@Transactional
public class EvaluationPlans {

    private final Seals seals;

    EvaluationPlans(Seals seals) {
        this.seals = seals;
    }

    /** A plan with the moment and the hash of its seal. */
    public record Sealed(EvaluationPlan plan, int version, Instant at, String sha256) {}

    /**
     * Seals the plan and signs it for who made it.
     *
     * @param reason why an earlier plan is changed; null for the first
     * @throws io.pilotage.workflow.Refused when a criterion is in it twice
     */
    public void seal(String pilotKey, EvaluationPlan plan, @Nullable String reason, String by, Instant at) {
        Seal seal = seals.seal(
                pilotKey,
                SealKind.EVALUATION_PLAN,
                SealedContent.of(plan.plausible()),
                by,
                new SealChange(List.of(by), reason),
                at);
        if (seals.signatures(pilotKey).stream()
                .noneMatch(signed -> signed.kind() == seal.kind() && signed.version() == seal.version())) {
            seals.sign(pilotKey, List.of(seal.kind()), List.of(by), "plan", at);
        }
    }

    /**
     * The plan that results are judged against.
     *
     * @throws io.pilotage.workflow.Refused when the sealed text was changed in the database
     */
    @Transactional(readOnly = true)
    public Optional<Sealed> of(String pilotKey) {
        return seals.signed(pilotKey, SealKind.EVALUATION_PLAN).map(EvaluationPlans::read);
    }

    /** Every version of the plan, the first first. */
    @Transactional(readOnly = true)
    public List<Sealed> versions(String pilotKey) {
        return seals.of(pilotKey).stream()
                .filter(seal -> seal.kind() == SealKind.EVALUATION_PLAN)
                .map(EvaluationPlans::read)
                .toList();
    }

    private static Sealed read(Seal seal) {
        return new Sealed(
                SealedContent.read(seal.content(), EvaluationPlan.class),
                seal.version(),
                seal.sealedAt(),
                seal.sha256());
    }
}
