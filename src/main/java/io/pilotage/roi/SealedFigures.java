package io.pilotage.roi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The figures that later results are held against; money per year in the pilot's currency, at the planned volume.
 *
 * @param targetAdoption per cent of the intended users who must use it
 * @param breakEvenVolume cases a year from which it pays; null when it never does
 */
public record SealedFigures(
        @Column("p10") BigDecimal p10,
        @Column("p50") BigDecimal p50,
        @Column("p90") BigDecimal p90,
        @Column("planned_volume") BigDecimal plannedVolume,
        @Column("target_adoption") int targetAdoption,
        @Column("ramp_months") int rampMonths,
        @Column("cost_per_year") BigDecimal costPerYear,
        @Column("cost_per_unit") BigDecimal costPerUnit,
        @Column("net_value") BigDecimal netValue,
        @Column("loss_at_p10") BigDecimal lossAtP10,
        @Column("break_even_volume") @Nullable BigDecimal breakEvenVolume) {

    static SealedFigures of(MoneyCase money) {
        MoneyHypothesis hypothesis = money.hypothesis();
        return new SealedFigures(
                hypothesis.p10(),
                hypothesis.p50(),
                hypothesis.p90(),
                hypothesis.plannedVolume(),
                hypothesis.targetAdoption(),
                hypothesis.rampMonths(),
                money.costPerYear(),
                money.costPerUnit(),
                money.netValue(),
                money.lossAtP10(),
                money.breakEvenVolume().orElse(null));
    }
}
