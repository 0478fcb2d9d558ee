package io.pilotage.governance;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Where the pilot will run and why there (R53), what it must deliver, and the tested way back.
 *
 * @param placement {@code device}, {@code edge}, {@code onPremises} or {@code cloud}
 * @param latencyMs longest time to answer, in milliseconds
 * @param availability smallest share of working hours it is up, in percent
 * @param energyKwh expected energy a month, in kilowatt hours
 */
@Table("operations_plan")
public record OperationsPlan(
        @Id String pilotKey,
        String placement,
        String placementReason,
        String alternatives,
        BigDecimal latencyMs,
        BigDecimal availability,
        String capacity,
        String monitoring,
        BigDecimal energyKwh,
        String rollbackPlan,
        LocalDate rollbackTestedOn,
        String exitPlan)
        implements Assessment {

    @Override
    public void guard(LocalDate today) {
        if (rollbackTestedOn.isAfter(today)) {
            throw new Refused("governance.rollback.notTestedYet");
        }
    }
}
