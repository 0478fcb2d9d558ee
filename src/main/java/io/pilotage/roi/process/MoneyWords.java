package io.pilotage.roi.process;

import io.pilotage.identity.People;
import io.pilotage.roi.Baseline;
import io.pilotage.roi.CostKind;
import io.pilotage.roi.Inference;
import io.pilotage.roi.KillCriterion;
import io.pilotage.roi.MoneyCase;
import io.pilotage.roi.MoneyHypothesis;
import io.pilotage.roi.RoiCondition;
import io.pilotage.workflow.Notation;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Figures, limits and dates in the words and the notation of whoever reads them. */
@Component
class MoneyWords {

    private final MessageSource messages;
    private final People people;

    MoneyWords(MessageSource messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    Map<String, Object> of(MoneyHypothesis hypothesis) {
        return Map.of(
                "p10", number(hypothesis.p10()),
                "p50", number(hypothesis.p50()),
                "p90", number(hypothesis.p90()),
                "plannedVolume", number(hypothesis.plannedVolume()));
    }

    Map<String, Object> of(Baseline baseline) {
        return Map.of(
                "metric", baseline.metric(),
                "value", number(baseline.value()),
                "unit", baseline.unit(),
                "basis", say("roi.basis." + baseline.basis(), baseline.basis()),
                "measuredOn", day(baseline.measuredOn()));
    }

    Map<String, Object> result(MoneyCase money) {
        return Map.of(
                "cost", money(money.costPerYear()),
                "netValue", money(money.netValue()),
                "lossAtP10", money(money.lossAtP10()),
                "breakEven",
                        money.breakEvenVolume()
                                .map(volume -> say("roi.breakEven.from", "{0}", number(volume)))
                                .orElseGet(() -> say("roi.breakEven.never", "-")));
    }

    /** Every line of cost a year at the planned volume, with what drives it. */
    List<Map<String, Object>> costLines(MoneyCase money) {
        Map<CostKind, String> drivers = new EnumMap<>(money.cost().drivers());
        Inference inference = money.cost().inference();
        if (inference != null) {
            String tokens =
                    say("roi.cost.tokens", "", number(inference.tokensPerCase()), number(inference.tokenPrice()));
            drivers.merge(CostKind.COMPUTING, tokens, (driver, planned) -> driver + "; " + planned);
        }
        return money.cost().byLine(money.hypothesis().plannedVolume()).entrySet().stream()
                .map(line -> Map.<String, Object>of(
                        "kind",
                        say("roi.cost." + line.getKey(), line.getKey().name()),
                        "perYear",
                        number(line.getValue()),
                        "driver",
                        drivers.getOrDefault(line.getKey(), "–")))
                .toList();
    }

    List<Map<String, Object>> scenarios(MoneyCase money) {
        return money.scenarios().stream()
                .map(scenario -> Map.<String, Object>of(
                        "volume", number(scenario.volume()),
                        "cost", money(scenario.cost()),
                        "net", money(scenario.net())))
                .toList();
    }

    List<Map<String, Object>> limits(List<KillCriterion> criteria) {
        return criteria.stream().map(this::limit).toList();
    }

    Map<String, Object> point(RoiCondition condition) {
        return Map.of(
                "text", condition.number() + ". " + say(condition.point(), condition.point()),
                "due", day(condition.due()),
                "owner", person(condition.owner()));
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    /** An amount with the decimals it is rounded to, or with none when it is whole. */
    String money(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? Notation.plain(amount) : Notation.number(amount);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("pilot.case.date", "d MMM yyyy"), locale())
                .format(day);
    }

    /** The name of a person, by the id. */
    String person(String id) {
        return people.nameOf(id);
    }

    String say(String key, String otherwise, Object... arguments) {
        String sentence = messages.getMessage(key, arguments, otherwise, locale());
        return sentence == null ? otherwise : sentence;
    }

    private Map<String, Object> limit(KillCriterion criterion) {
        String name = criterion.metricName() == null ? criterion.metric() : criterion.metricName();
        Map<String, Object> limit = new HashMap<>();
        limit.put("metric", say("roi.metric." + criterion.metric(), name));
        limit.put("limit", say("roi.comparator." + criterion.comparator(), "{0}", number(criterion.threshold())));
        limit.put("checkedOn", day(criterion.checkedOn()));
        return limit;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
