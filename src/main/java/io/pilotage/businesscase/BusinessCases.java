package io.pilotage.businesscase;

import io.pilotage.adoption.Ledger;
import io.pilotage.adoption.LedgerFigures;
import io.pilotage.adoption.Posting;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.roi.AgreedCriteria;
import io.pilotage.roi.MoneyCase;
import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.roi.RoiManagement;
import io.pilotage.roi.valuation.Valuation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the phases know of the money of a pilot. */
@Service
@Transactional(readOnly = true)
public class BusinessCases {

    private final RoiManagement roi;
    private final MoneyCaseSealing sealing;
    private final LimitWatch limits;
    private final Ledger ledger;

    BusinessCases(RoiManagement roi, MoneyCaseSealing sealing, LimitWatch limits, Ledger ledger) {
        this.roi = roi;
        this.sealing = sealing;
        this.limits = limits;
        this.ledger = ledger;
    }

    public BusinessCase of(Pilot pilot) {
        String key = pilot.key();
        Optional<Valuation> valuation = sealing.valuation(key);
        Optional<MoneyCase> money = roi.moneyCaseOf(key)
                .map(stated ->
                        valuation.map(Valuation::terms).map(stated::under).orElse(stated));
        List<Posting> postings = ledger.of(key);
        return new BusinessCase(
                pilot.proposal().currency(),
                pilot.proposal().outcomeDirection(),
                sealing.latest(key).orElse(null),
                roi.baselineOf(key).orElse(null),
                roi.bridgeOf(key).orElse(null),
                money.orElse(null),
                valuation.orElse(null),
                money.map(Curve::of).orElse(null),
                roi.criteriaOf(key).map(AgreedCriteria::criteria).orElse(List.of()),
                limits.of(key),
                postings,
                baselines(key, postings),
                totals(postings));
    }

    private Map<Integer, Integer> baselines(String key, List<Posting> postings) {
        Map<String, Optional<Integer>> bySeal = new HashMap<>();
        Map<Integer, Integer> versions = new HashMap<>();
        postings.stream()
                .map(Posting::entry)
                .filter(entry -> entry.sealSha256() != null)
                .forEach(entry -> bySeal.computeIfAbsent(
                                Objects.requireNonNull(entry.sealSha256()), seal -> sealing.baselineVersion(key, seal))
                        .ifPresent(version -> versions.put(entry.number(), version)));
        return versions;
    }

    /** Sums of the entries that count; what is only believed has a sum of its own. */
    private static Map<String, BigDecimal> totals(List<Posting> postings) {
        List<LedgerFigures> counting = postings.stream()
                .filter(Posting::isCountersigned)
                .map(posting -> posting.entry().figures())
                .toList();
        Map<String, BigDecimal> totals = new HashMap<>();
        totals.put("measured", sum(counting, LedgerFigures::measured));
        totals.put("cost", sum(counting, LedgerFigures::cost));
        totals.put("net", sum(counting, LedgerFigures::net));
        totals.put("promised", sum(counting, LedgerFigures::promisedP50));
        totals.put("asserted", sum(counting, LedgerFigures::asserted));
        return totals;
    }

    private static BigDecimal sum(List<LedgerFigures> counting, Function<LedgerFigures, @Nullable BigDecimal> figure) {
        return counting.stream().map(figure).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
