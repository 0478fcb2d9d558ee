package io.pilotage.businesscase;

import io.pilotage.adoption.Posting;
import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.roi.Baseline;
import io.pilotage.roi.KillCriterion;
import io.pilotage.roi.MetricBridge;
import io.pilotage.roi.MoneyCase;
import io.pilotage.roi.MoneyCaseSeal;
import io.pilotage.roi.valuation.Valuation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the money of one pilot, as stated, sealed and measured up to now.
 *
 * @param currency null as long as nobody has stated it
 * @param seal the latest; null before the first
 * @param money null as long as benefit or cost is not stated
 * @param limits what is watched now; empty before the signature
 * @param baselines version of the sealed baseline by number of the ledger entry that is held against it
 * @param agreed what was agreed for the limits, also before the signature
 */
public record BusinessCase(
        @Nullable String currency,
        @Nullable String direction,
        @Nullable MoneyCaseSeal seal,
        @Nullable Baseline baseline,
        @Nullable MetricBridge bridge,
        @Nullable MoneyCase money,
        @Nullable Valuation valuation,
        @Nullable Curve curve,
        List<KillCriterion> agreed,
        List<WatchedLimit> limits,
        List<Posting> ledger,
        Map<Integer, Integer> baselines,
        Map<String, BigDecimal> totals) {}
