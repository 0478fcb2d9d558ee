package io.pilotage.roi;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the pilot is expected to bring (R87), per year, at the planned volume and in full use, before the cost of running
 * it, in the pilot's currency.
 *
 * @param p10 cautious figure: in nine of ten cases it becomes more
 * @param plannedVolume cases a year at full scale
 * @param targetAdoption per cent of the intended users who must use it
 * @param benefitOwner whose budget shows the benefit
 * @param lossLimit largest loss a year that is accepted; null on the short path
 * @param investment paid once before it runs; null when nobody said so, and then the pilot's budget counts
 * @param cautiousAdoption per cent of the intended users who use it if it goes badly; null when the target is certain
 * @param slowRampMonths months until full benefit if it goes badly; null when the planned ones are certain
 */
@Table("money_hypothesis")
public record MoneyHypothesis(
        @Id String pilotKey,
        BigDecimal p10,
        BigDecimal p50,
        BigDecimal p90,
        BigDecimal plannedVolume,
        int rampMonths,
        int targetAdoption,
        @Nullable String attribution,
        String benefitOwner,
        String budgetLine,
        @Nullable BigDecimal lossLimit,
        LocalDate validUntil,
        @Nullable BigDecimal investment,
        @Nullable Integer cautiousAdoption,
        @Nullable Integer slowRampMonths,
        @Version @Nullable Integer version) {

    /** @throws Refused when the figures are out of order or no longer hold */
    MoneyHypothesis plausibleOn(LocalDate today) {
        if (p10.compareTo(p50) > 0 || p50.compareTo(p90) > 0) {
            throw new Refused("roi.hypothesis.order");
        }
        if (cautiousAdoption != null && cautiousAdoption > targetAdoption) {
            throw new Refused("roi.hypothesis.adoption", cautiousAdoption, targetAdoption);
        }
        if (slowRampMonths != null && slowRampMonths < rampMonths) {
            throw new Refused("roi.hypothesis.ramp", slowRampMonths, rampMonths);
        }
        if (validUntil.isBefore(today)) {
            throw new Refused("roi.date.past", validUntil);
        }
        return this;
    }
}
