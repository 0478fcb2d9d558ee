package io.pilotage.adoption.process;

import io.pilotage.adoption.AdoptionManagement;
import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.Ledger;
import io.pilotage.adoption.LedgerEntry;
import io.pilotage.adoption.MeasurementManagement;
import io.pilotage.adoption.MeasurementPeriod;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.PeriodFigures;
import io.pilotage.adoption.RitualConfirmation;
import io.pilotage.adoption.SegmentAdoption;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateCriteria;
import io.pilotage.roi.Assumed;
import io.pilotage.roi.valuation.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A measured period as the sponsor reads it; what nobody measured is not shown. */
@Component
class PeriodPicture {

    private final AdoptionManagement adoption;
    private final MeasurementManagement measurements;
    private final Ledger ledger;
    private final Agreements agreements;
    private final GateCriteria criteria;
    private final Assumed assumed;
    private final MessageSource messages;

    PeriodPicture(
            AdoptionManagement adoption,
            MeasurementManagement measurements,
            Ledger ledger,
            Agreements agreements,
            GateCriteria criteria,
            Assumed assumed,
            MessageSource messages) {
        this.assumed = assumed;
        this.adoption = adoption;
        this.measurements = measurements;
        this.ledger = ledger;
        this.agreements = agreements;
        this.criteria = criteria;
        this.messages = messages;
    }

    Map<String, Object> of(String pilotKey) {
        Map<String, Object> context = new HashMap<>(assumed.context(pilotKey));
        context.put("criteria", criteria.of(pilotKey, Gate.G6));
        adoption.latest(pilotKey).ifPresent(measured -> describe(measured, context));
        return context;
    }

    private void describe(MeasurementPeriod measured, Map<String, Object> context) {
        Period period = measured.period();
        context.put("period", MeasuredPeriod.picture(period));
        context.put("judgement", measured.judgement().code());
        context.put(
                "money",
                money(
                        measured.figures(),
                        ledger.counting(period).map(LedgerEntry::currency).orElse(null)));
        measurements
                .telemetryOf(period)
                .ifPresent(found -> context.put(
                        "segments",
                        agreements.intendedUsers(period.pilotKey()).adoption(found.segments()).stream()
                                .map(PeriodPicture::segment)
                                .toList()));
        measurements.ritualsOf(period).ifPresent(found -> context.put("rituals", rituals(found)));
        measurements
                .trustOf(period)
                .ifPresent(found -> context.put(
                        "trust",
                        rows(
                                found.segments(),
                                segment -> Map.of(
                                        "segment", segment.name(),
                                        "trust", segment.trust(),
                                        "barrier", words("barrier." + segment.barrier())))));
        ledger.counting(period).ifPresent(found -> context.put("explanation", found.explanation()));
        measurements
                .oversightOf(period)
                .ifPresent(found -> context.put(
                        "oversight",
                        Map.of(
                                "planted",
                                found.planted(),
                                "found",
                                found.found(),
                                "explanation",
                                found.explanation())));
    }

    private List<Map<String, Object>> rituals(RitualConfirmation found) {
        List<Map<String, Object>> rows = new ArrayList<>(rows(
                found.rituals(), ritual -> Map.of("name", ritual.name(), "state", words("state." + ritual.state()))));
        found.unsaid(agreements.ritualNames(found.pilotKey()))
                .forEach(name -> rows.add(Map.of("name", name, "state", words("state.unsaid"))));
        return rows;
    }

    private static Map<String, Object> segment(SegmentAdoption segment) {
        return Map.of(
                "segment", segment.name(),
                "habitual", plain(segment.share()),
                "target", plain(segment.target()));
    }

    private List<Map<String, Object>> money(PeriodFigures figures, @Nullable String currency) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(line("measured", figures.measuredValue(), currency));
        rows.add(line("cost", figures.actualCost(), currency));
        rows.add(line("net", figures.netRealised(), currency));
        rows.add(line("p10", figures.promisedP10(), currency));
        rows.add(line("p50", figures.promisedP50(), currency));
        rows.add(line("asserted", figures.assertedValue(), currency));
        return rows;
    }

    private Map<String, Object> line(String name, @Nullable BigDecimal amount, @Nullable String currency) {
        return Map.of(
                "line",
                words("money." + name),
                "amount",
                amount == null
                        ? words("gap")
                        : currency == null ? amount : Money.of(amount, currency).amount());
    }

    private static <T> List<Map<String, Object>> rows(List<T> from, Function<T, Map<String, Object>> row) {
        return from.stream().map(row).toList();
    }

    private static Object plain(@Nullable BigDecimal number) {
        return number == null ? "–" : number.stripTrailingZeros();
    }

    private String words(String key) {
        return messages.getMessage("adoption." + key, null, LocaleContextHolder.getLocale());
    }
}
