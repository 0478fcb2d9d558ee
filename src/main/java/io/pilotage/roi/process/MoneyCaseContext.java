package io.pilotage.roi.process;

import io.pilotage.roi.AgreedCriteria;
import io.pilotage.roi.Assumed;
import io.pilotage.roi.MoneyCaseSealing;
import io.pilotage.roi.ReworkRule;
import io.pilotage.roi.RoiManagement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What people see of the money case so far while they work on the next part; what is not stated is left out. */
@Component
class MoneyCaseContext {

    private final RoiManagement roi;
    private final MoneyCaseSealing sealing;
    private final ReworkRule reworks;
    private final Assumed assumed;
    private final MoneyWords words;

    MoneyCaseContext(
            RoiManagement roi, MoneyCaseSealing sealing, ReworkRule reworks, Assumed assumed, MoneyWords words) {
        this.assumed = assumed;
        this.roi = roi;
        this.sealing = sealing;
        this.reworks = reworks;
        this.words = words;
    }

    /** Baseline, expected money, and why the case came back, if it did. */
    Map<String, Object> soFar(String pilotKey) {
        Map<String, Object> context = new HashMap<>(assumed.context(pilotKey));
        context.put("baseline", roi.baselineOf(pilotKey).map(words::of).orElse(null));
        context.put("money", roi.hypothesisOf(pilotKey).map(words::of).orElse(null));
        context.put(
                "rework",
                reworks.current(pilotKey)
                        .map(decided -> Map.of("reason", Objects.toString(decided.reason(), "")))
                        .orElse(null));
        return context;
    }

    /** What it costs, line by line and at different scale. */
    Map<String, Object> withCost(String pilotKey) {
        Map<String, Object> context = soFar(pilotKey);
        roi.moneyCaseOf(pilotKey).ifPresent(money -> {
            context.put("result", words.result(money));
            context.put("costLines", words.costLines(money));
            context.put("scenarios", words.scenarios(money));
        });
        roi.costOf(pilotKey).ifPresent(cost -> {
            context.put("cost", Map.of("subsidies", Objects.toString(cost.subsidies(), "")));
            if (cost.correction() != null) {
                context.put("correction", Map.of("reason", cost.correction()));
            }
        });
        return context;
    }

    /** Everything the signers answer for. */
    Map<String, Object> whole(String pilotKey) {
        Map<String, Object> context = withCost(pilotKey);
        context.put(
                "killCriteria",
                roi.criteriaOf(pilotKey)
                        .map(AgreedCriteria::criteria)
                        .map(words::limits)
                        .orElse(List.of()));
        roi.ownershipOf(pilotKey)
                .ifPresent(owned -> context.put(
                        "owned",
                        Map.of(
                                "owner", words.person(owned.owner()),
                                "amount", words.number(owned.amount()),
                                "until", words.day(owned.ownedUntil()))));
        sealing.latest(pilotKey)
                .ifPresent(seal -> context.put(
                        "seal",
                        Map.of(
                                "at", words.day(LocalDate.ofInstant(seal.sealedAt(), ZoneOffset.UTC)),
                                "hash", seal.sha256())));
        return context;
    }
}
