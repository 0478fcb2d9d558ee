package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.adoption.MeasurementPeriod;
import io.pilotage.adoption.PeriodFigures;
import io.pilotage.pilot.CaseInsight;
import io.pilotage.roi.Assumed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was promised for the measured periods and what they brought, both after cost, and what of it is only assumed;
 * nothing before the first.
 */
@Component
class ValueInsight implements CaseInsight {

    private final AdoptionManagement adoption;

    private final Assumed assumed;

    ValueInsight(AdoptionManagement adoption, Assumed assumed) {
        this.adoption = adoption;
        this.assumed = assumed;
    }

    @Override
    public Map<String, Object> insightsOf(String pilotKey) {
        List<PeriodFigures> measured = adoption.history(pilotKey).stream()
                .map(MeasurementPeriod::figures)
                .filter(figures -> figures.netRealised() != null && figures.promisedP50() != null)
                .toList();
        return measured.isEmpty()
                ? Map.of()
                : Map.of(
                        "value",
                        Map.of(
                                "promised", sum(measured, PeriodFigures::promisedP50),
                                "measured", sum(measured, PeriodFigures::netRealised),
                                "assumptions", String.join("; ", assumed.of(pilotKey))));
    }

    private static BigDecimal sum(List<PeriodFigures> periods, Function<PeriodFigures, @Nullable BigDecimal> figure) {
        return periods.stream().map(figure).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
