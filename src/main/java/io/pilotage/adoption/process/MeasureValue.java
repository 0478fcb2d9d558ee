package io.pilotage.adoption.process;

import io.pilotage.adoption.ActualCosts;
import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.FoundCost;
import io.pilotage.adoption.Ledger;
import io.pilotage.adoption.LedgerEntry;
import io.pilotage.adoption.LedgerLine;
import io.pilotage.adoption.MeasurementCalendar;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.Posting;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.identity.People;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.Assumed;
import io.pilotage.roi.CostKind;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The finance partner measures what the period was worth and what it cost. */
@Component
class MeasureValue implements HumanTask<MeasureValue.Answers> {

    private final Ledger ledger;
    private final PilotManagement pilots;
    private final EvidenceManagement evidence;
    private final Agreements agreements;
    private final MeasurementCalendar calendar;
    private final MeasuredPeriod periods;
    private final People people;
    private final Assumed assumed;

    MeasureValue(
            Ledger ledger,
            PilotManagement pilots,
            EvidenceManagement evidence,
            Agreements agreements,
            MeasurementCalendar calendar,
            MeasuredPeriod periods,
            People people,
            Assumed assumed) {
        this.assumed = assumed;
        this.ledger = ledger;
        this.pilots = pilots;
        this.evidence = evidence;
        this.agreements = agreements;
        this.calendar = calendar;
        this.periods = periods;
        this.people = people;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        String currency = pilots.inCurrency(period.pilotKey(), answers.currency);
        List<FoundCost> found = found(answers, period, currency);
        ledger.add(
                period,
                new LedgerEntry.Statement(
                        currency,
                        answers.value.stream()
                                .map(value -> value.of(currency, keptRows(period.pilotKey(), value.metric)))
                                .toList(),
                        answers.costs().plus(found),
                        found,
                        answers.explanation,
                        submission.actor()),
                submission.at());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Period period = calendar.current(pilotKey);
        LocalDate production = calendar.production(pilotKey);
        String currency = pilots.get(pilotKey).proposal().currency();
        Map<String, Object> context = new HashMap<>(assumed.context(pilotKey));
        context.put("period", MeasuredPeriod.picture(period));
        agreements
                .promise(pilotKey)
                .ifPresent(promise -> context.put(
                        "promise",
                        Map.of(
                                "p10", promise.netP10(production, period.begins(), period.ends(), currency),
                                "p50", promise.netP50(production, period.begins(), period.ends(), currency))));
        agreements
                .tokens(period, production)
                .ifPresent(plan -> context.put(
                        "tokenPlan",
                        Map.of(
                                "tokens",
                                plan.tokens().stripTrailingZeros(),
                                "price",
                                plan.price().stripTrailingZeros())));
        ledger.last(period)
                .map(Posting::countersignature)
                .ifPresent(refused -> context.put(
                        "sentBack",
                        Map.of(
                                "by",
                                people.nameOf(refused.signer()),
                                "remark",
                                Objects.requireNonNullElse(refused.remark(), ""))));
        context.put("evidenceLink", "/pilots/" + pilotKey + "/evidence?purpose=MEASUREMENT");
        BigDecimal tokens = evidence.inference(pilotKey, "token", period.begins(), period.ends());
        if (tokens.signum() > 0) {
            context.put(
                    "inference",
                    Map.of(
                            "tokens", tokens.stripTrailingZeros(),
                            "requests",
                                    evidence.inference(pilotKey, "request", period.begins(), period.ends())
                                            .stripTrailingZeros()));
        }
        return context;
    }

    private List<FoundCost> found(Answers answers, Period period, String currency) {
        List<FoundCost> found = new ArrayList<>();
        answers.foreign.forEach(
                cost -> found.add(FoundCost.of(cost.line.name(), cost.amount, cost.currency, cost.rate, currency)));
        if (answers.tokenPrice != null) {
            found.add(FoundCost.ofTokens(
                    evidence.inference(period.pilotKey(), "token", period.begins(), period.ends()),
                    answers.tokenPrice,
                    answers.tokenCurrency,
                    answers.tokenRate,
                    currency,
                    agreements
                            .tokens(period, calendar.production(period.pilotKey()))
                            .orElse(null)));
        }
        return found;
    }

    /** The page with the rows that were brought last on a measure, or null when there are none. */
    private @Nullable String keptRows(String pilotKey, String metric) {
        return evidence.latest(pilotKey, metric)
                .map(file -> "/pilots/" + pilotKey + "/evidence/" + file.id())
                .orElse(null);
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            @Nullable String currency,
            List<ValueAnswers> value,
            BigDecimal costPipelines,
            BigDecimal costSupport,
            BigDecimal costMonitoring,
            BigDecimal costCompliance,
            BigDecimal costIncidents,
            BigDecimal costRetraining,
            BigDecimal costCloud,
            BigDecimal costReview,
            @Nullable BigDecimal tokenPrice,
            @Nullable String tokenCurrency,
            @Nullable BigDecimal tokenRate,
            List<ForeignAnswers> foreign,
            String explanation) {

        ActualCosts costs() {
            return new ActualCosts(
                    costPipelines,
                    costSupport,
                    costMonitoring,
                    costCompliance,
                    costIncidents,
                    costRetraining,
                    costCloud,
                    costReview);
        }
    }

    /** A cost in another currency as the form asks for it. */
    record ForeignAnswers(CostKind line, BigDecimal amount, String currency, BigDecimal rate) {}

    /** One effect as the form asks for it; currency and rate only where it was found in another currency. */
    record ValueAnswers(
            String metric,
            BigDecimal reading,
            String method,
            String basis,
            String counterfactual,
            BigDecimal money,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            @Nullable String evidence) {

        LedgerLine of(String pilotCurrency, @Nullable String keptRows) {
            return LedgerLine.of(
                    metric,
                    reading,
                    method,
                    basis,
                    counterfactual,
                    money,
                    currency,
                    rate,
                    pilotCurrency,
                    evidence == null ? keptRows : evidence);
        }
    }
}
