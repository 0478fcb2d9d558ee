package io.pilotage.roi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** How a better model becomes a better result in the work, and that becomes money (R83). */
@Table("metric_bridge")
public record MetricBridge(
        @Id String pilotKey,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<EffectChain> chains,

        @Version @Nullable Integer version) {

    /**
     * One chain; each of its two links names its evidence or says that it is an assumption.
     *
     * @param lever {@code revenue}, {@code cost}, {@code riskExposure} or {@code throughput}
     * @param amount rough money per year, in the pilot's currency
     */
    @Table("effect_chain")
    public record EffectChain(
            String technicalMetric,
            String unitOutcome,
            String outcomeBasis,
            @Nullable String outcomeEvidence,
            String lever,
            BigDecimal amount,
            String moneyBasis,
            @Nullable String moneyEvidence) {

        /** Whether one of the links is only assumed. */
        public boolean isAssumed() {
            return outcomeBasis.equals("assumption") || moneyBasis.equals("assumption");
        }
    }
}
