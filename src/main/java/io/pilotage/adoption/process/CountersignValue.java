package io.pilotage.adoption.process;

import io.pilotage.adoption.FoundCost;
import io.pilotage.adoption.Ledger;
import io.pilotage.adoption.LedgerEntry;
import io.pilotage.adoption.LedgerFigures;
import io.pilotage.adoption.LedgerLine;
import io.pilotage.adoption.MeasurementCalendar;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.Posting;
import io.pilotage.identity.People;
import io.pilotage.roi.Assumed;
import io.pilotage.roi.valuation.Money;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Notation;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Somebody of finance who did not measure lets the figures of a period count, or sends them back. */
@Component
class CountersignValue implements HumanTask<CountersignValue.Answers> {

    private final Ledger ledger;
    private final MeasurementCalendar calendar;
    private final MeasuredPeriod periods;
    private final MessageSource messages;
    private final People people;
    private final Assumed assumed;

    CountersignValue(
            Ledger ledger,
            MeasurementCalendar calendar,
            MeasuredPeriod periods,
            MessageSource messages,
            People people,
            Assumed assumed) {
        this.assumed = assumed;
        this.ledger = ledger;
        this.calendar = calendar;
        this.periods = periods;
        this.messages = messages;
        this.people = people;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        boolean agreed = answers.decision.equals("counts");
        ledger.countersign(periods.of(submission), agreed, answers.remark, submission.actor(), submission.at());
        return Map.of("valueCountersigned", agreed);
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Period period = calendar.current(pilotKey);
        Map<String, Object> context = new HashMap<>(assumed.context(pilotKey));
        context.put("period", MeasuredPeriod.picture(period));
        ledger.last(period).map(Posting::entry).ifPresent(entry -> {
            context.put("entry", entry(entry));
            context.put(
                    "lines",
                    entry.lines().stream()
                            .map(line -> line(entry.currency(), line))
                            .toList());
            context.put("costs", costs(entry));
        });
        return context;
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    private Map<String, Object> entry(LedgerEntry entry) {
        LedgerFigures figures = entry.figures();
        String currency = entry.currency();
        return Map.of(
                "measured", money(figures.measured(), currency),
                "cost", money(figures.cost(), currency),
                "net", money(figures.net(), currency),
                "asserted", money(figures.asserted(), currency),
                "promised", money(figures.promisedP50(), currency),
                "variance", money(entry.variance(), currency),
                "measuredBy", people.nameOf(entry.measuredBy()),
                "explanation", entry.explanation());
    }

    /** What each line cost, and what of it was found in another currency or by tokens, with the rate of the period. */
    private List<Map<String, Object>> costs(LedgerEntry entry) {
        return entry.costs().byLine().entrySet().stream()
                .map(line -> Map.<String, Object>of(
                        "line", say("roi.cost." + line.getKey()),
                        "money", money(line.getValue(), entry.currency()),
                        "found",
                                entry.found().stream()
                                        .filter(cost -> cost.line().equals(line.getKey()))
                                        .map(cost -> found(cost, entry.currency()))
                                        .collect(Collectors.joining("; "))))
                .toList();
    }

    private String found(FoundCost cost, String currency) {
        String amount = money(cost.amount(), cost.currency()) + " " + cost.currency();
        BigDecimal rate = cost.rate();
        if (rate != null) {
            amount += " × " + Notation.plain(rate) + " = " + money(cost.money(), currency) + " " + currency;
        }
        BigDecimal tokens = cost.tokens();
        BigDecimal price = cost.tokenPrice();
        if (tokens != null && price != null) {
            amount = say("adoption.ledger.tokens", Notation.plain(tokens), Notation.plain(price), amount);
        }
        BigDecimal planned = cost.planned(currency);
        return planned == null
                ? amount
                : amount + " (" + say("adoption.ledger.tokensPlanned", money(planned, currency), currency) + ")";
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static String money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? "–" : Notation.number(Money.of(amount, currency).amount());
    }

    private Map<String, Object> line(String currency, LedgerLine line) {
        BigDecimal rate = line.rate();
        String money = money(line.money(), currency);
        return Map.of(
                "metric", line.metric(),
                "reading", Notation.plain(line.reading()),
                "basis", say("adoption.basis." + line.basis()),
                "counterfactual", line.counterfactual(),
                "money",
                        rate == null
                                ? money
                                : money + " (" + money(line.amount(), line.currency()) + " " + line.currency() + " × "
                                        + Notation.plain(rate) + ")");
    }

    /** What the form asks. */
    record Answers(String decision, @Nullable String remark) {}
}
