package io.pilotage.governance;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What somebody outside the delivery team found, and the limits within which the results hold.
 *
 * @param conditions {@code deploymentLike}, {@code partly} or {@code laboratory}
 */
@Table("validation_report")
public record ValidationReport(
        @Id String pilotKey,
        LocalDate planSealedOn,
        LocalDate runOn,
        String conditions,
        String results,
        int edgeCases,
        int edgeCasesPassed,
        String limitsOfUse,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<DriftSign> driftSigns,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Measured> measured)
        implements Assessment {

    /** A figure that shows that the pilot gets worse; {@code above} or {@code below} the threshold is an alarm. */
    @Table("drift_sign")
    public record DriftSign(String metric, String comparator, BigDecimal threshold) {}

    /** What came out on one criterion of the sealed plan. */
    @Table("measured_criterion")
    public record Measured(String metric, String comparator, BigDecimal threshold, BigDecimal observed, boolean met) {

        static Measured of(AcceptanceCriterion criterion, BigDecimal observed) {
            return new Measured(
                    criterion.metric(),
                    criterion.comparator(),
                    criterion.threshold(),
                    observed,
                    criterion.isMetBy(observed));
        }
    }

    /**
     * What came out, held against the sealed plan.
     *
     * @param observed the figures in the order of the plan's criteria
     * @throws Refused when a criterion has no figure
     */
    public static List<Measured> measured(EvaluationPlan plan, List<BigDecimal> observed) {
        if (observed.size() != plan.criteria().size()) {
            throw new Refused(
                    "governance.validation.figures",
                    observed.size(),
                    plan.criteria().size());
        }
        return IntStream.range(0, observed.size())
                .mapToObj(i -> Measured.of(plan.criteria().get(i), observed.get(i)))
                .toList();
    }

    /**
     * The same, once every edge case is tested that the frontline named (R72).
     *
     * @param named how many it named in discovery
     * @throws Refused when fewer were tested
     */
    public ValidationReport coveringEdgeCases(int named) {
        if (edgeCases < named) {
            throw new Refused("governance.validation.edgeCasesLeftOut", named, edgeCases);
        }
        return this;
    }

    @Override
    public void guard(ReviewDecision decision) {
        if (decision == ReviewDecision.APPROVE) {
            measured.stream().filter(figure -> !figure.met()).findFirst().ifPresent(figure -> {
                throw new Refused("governance.validation.missed", figure.metric());
            });
        }
    }

    @Override
    public void guard(LocalDate today) {
        if (planSealedOn.isAfter(runOn)) {
            throw new Refused("governance.validation.planAfterRun");
        }
        if (runOn.isAfter(today)) {
            throw new Refused("governance.validation.runAhead");
        }
        if (edgeCasesPassed > edgeCases) {
            throw new Refused("governance.validation.morePassedThanTested");
        }
    }
}
