package io.pilotage.adoption;

import io.pilotage.evidence.MeasurementKept;
import io.pilotage.pilot.defence.LimitWatch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the agreed limits from what was measured as soon as a period is judged, so that nobody has to be brave. */
@Component
class MeasuredLimits {

    private static final BigDecimal DAYS = BigDecimal.valueOf(365);

    private final LimitWatch limits;
    private final MeasurementManagement measurements;

    MeasuredLimits(LimitWatch limits, MeasurementManagement measurements) {
        this.limits = limits;
        this.measurements = measurements;
    }

    @EventListener
    void on(AdoptionJudged judged) {
        readings(judged)
                .forEach((metric, figure) -> limits.measured(
                        judged.period().pilotKey(),
                        metric,
                        figure,
                        judged.period().ends()));
    }

    /** Rows that somebody brought or a system sent, on a measure that a limit may name. */
    @EventListener
    void on(MeasurementKept kept) {
        limits.measured(kept.pilotKey(), kept.metric(), kept.figure(), kept.on());
    }

    /** By the codes under which limits are agreed; money is brought to a year. */
    private Map<String, BigDecimal> readings(AdoptionJudged judged) {
        Period period = judged.period();
        PeriodFigures figures = judged.figures();
        Map<String, BigDecimal> readings = new TreeMap<>();
        put(readings, "netValue", aYear(figures.netRealised(), period));
        put(readings, "grossValue", aYear(figures.measuredValue(), period));
        put(readings, "habitualShare", figures.habitualShare());
        List<SegmentUse> use =
                measurements.telemetryOf(period).map(Telemetry::segments).orElse(List.of());
        long offered = use.stream().mapToLong(SegmentUse::offered).sum();
        long followed = use.stream().mapToLong(SegmentUse::followed).sum();
        long overridden = use.stream().mapToLong(SegmentUse::overridden).sum();
        put(readings, "followedShare", Percent.of(followed, offered));
        put(readings, "overrideShare", Percent.of(overridden, followed + overridden));
        if (offered > 0 && figures.actualCost() != null) {
            put(
                    readings,
                    "unitCost",
                    figures.actualCost().divide(BigDecimal.valueOf(offered), 4, RoundingMode.HALF_EVEN));
        }
        return readings;
    }

    private static @Nullable BigDecimal aYear(@Nullable BigDecimal money, Period period) {
        long days = ChronoUnit.DAYS.between(period.begins(), period.ends());
        return money == null || days <= 0
                ? null
                : money.multiply(DAYS)
                        .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)
                        .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static void put(Map<String, BigDecimal> readings, String metric, @Nullable BigDecimal figure) {
        if (figure != null) {
            readings.put(metric, figure);
        }
    }
}
