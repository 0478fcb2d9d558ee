package io.pilotage.rollout.process;

import io.pilotage.roi.MoneyCaseSeal;
import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.roi.SealedFigures;
import io.pilotage.roi.SealedMoneyCase;
import io.pilotage.rollout.ChangeNotice;
import io.pilotage.rollout.Ring;
import io.pilotage.rollout.RingLimits;
import io.pilotage.rollout.RolloutManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pilot owner plans the rings; on the short path ring 0 starts with it, and its users are told first. */
@Component
class PlanRings implements HumanTask<PlanRings.Answers> {

    private final RolloutManagement rollout;
    private final MoneyCaseSealing moneyCases;
    private final SealedMoneyCase sealed;

    PlanRings(RolloutManagement rollout, MoneyCaseSealing moneyCases, SealedMoneyCase sealed) {
        this.rollout = rollout;
        this.moneyCases = moneyCases;
        this.sealed = sealed;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        rollout.plan(
                submission.pilotKey(),
                answers.limits(unitCost(submission.pilotKey()).orElse(null)),
                answers.ring);
        if (answers.notice != null && answers.contact != null) {
            rollout.announce(new ChangeNotice(
                    UUID.randomUUID().toString(),
                    submission.pilotKey(),
                    0,
                    "firstUse",
                    answers.notice,
                    answers.contact,
                    submission.at().atZone(ZoneOffset.UTC).toLocalDate(),
                    submission.actor(),
                    submission.at(),
                    null));
        }
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return unitCost(pilotKey)
                .map(cost -> Map.<String, Object>of("unitCost", cost))
                .orElse(Map.of());
    }

    /** What one case may cost, word for word as sealed; by its row where it was signed before there were seals. */
    private Optional<BigDecimal> unitCost(String pilotKey) {
        return sealed.figuresOf(pilotKey)
                .or(() -> moneyCases.signed(pilotKey).map(MoneyCaseSeal::figures))
                .map(SealedFigures::costPerUnit);
    }

    /** What the form asks; the cost of one case only where no signed money case says it. */
    record Answers(
            List<Ring> ring,
            BigDecimal availabilityMin,
            @Nullable BigDecimal overrideMin,
            @Nullable BigDecimal overrideMax,
            @Nullable BigDecimal reviewSecondsMin,
            @Nullable BigDecimal latencySecondsMax,
            @Nullable BigDecimal unitCostModel,
            @Nullable String notice,
            @Nullable String contact) {

        RingLimits limits(@Nullable BigDecimal sealedUnitCost) {
            return new RingLimits(
                    availabilityMin,
                    overrideMin,
                    overrideMax,
                    reviewSecondsMin,
                    latencySecondsMax,
                    sealedUnitCost == null ? unitCostModel : sealedUnitCost);
        }
    }
}
