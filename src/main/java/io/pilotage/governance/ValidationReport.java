package io.pilotage.governance;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
        List<DriftSign> driftSigns)
        implements Assessment {

    /** A figure that shows that the pilot gets worse; {@code above} or {@code below} the threshold is an alarm. */
    @Table("drift_sign")
    public record DriftSign(String metric, String comparator, BigDecimal threshold) {}

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
