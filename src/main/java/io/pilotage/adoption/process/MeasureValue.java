package io.pilotage.adoption.process;

import io.pilotage.adoption.ActualCosts;
import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.Ledger;
import io.pilotage.adoption.LedgerEntry;
import io.pilotage.adoption.LedgerLine;
import io.pilotage.adoption.MeasurementCalendar;
import io.pilotage.adoption.Period;
import io.pilotage.adoption.Posting;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    MeasureValue(
            Ledger ledger,
            PilotManagement pilots,
            EvidenceManagement evidence,
            Agreements agreements,
            MeasurementCalendar calendar,
            MeasuredPeriod periods) {
        this.ledger = ledger;
        this.pilots = pilots;
        this.evidence = evidence;
        this.agreements = agreements;
        this.calendar = calendar;
        this.periods = periods;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        Period period = periods.of(submission);
        String currency = currency(period.pilotKey());
        ledger.add(
                period,
                new LedgerEntry.Statement(
                        currency,
                        answers.value.stream().map(value -> value.of(currency)).toList(),
                        answers.costs(),
                        answers.explanation,
                        submission.actor()),
                submission.at());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Period period = calendar.current(pilotKey);
        LocalDate production = calendar.production(pilotKey);
        Map<String, Object> context = new HashMap<>();
        context.put("period", MeasuredPeriod.picture(period));
        agreements
                .promise(pilotKey)
                .ifPresent(promise -> context.put(
                        "promise",
                        Map.of(
                                "p10", promise.netP10(production, period.begins(), period.ends()),
                                "p50", promise.netP50(production, period.begins(), period.ends()))));
        ledger.last(period)
                .map(Posting::countersignature)
                .ifPresent(refused -> context.put(
                        "sentBack",
                        Map.of("by", refused.signer(), "remark", Objects.requireNonNullElse(refused.remark(), ""))));
        context.put("evidenceLink", "/pilots/" + pilotKey + "/evidence?purpose=MEASUREMENT");
        BigDecimal tokens = evidence.inference(pilotKey, "token", period.begins(), period.ends());
        if (tokens.signum() > 0) {
            context.put(
                    "inference",
                    Map.of(
                            "tokens", tokens.stripTrailingZeros().toPlainString(),
                            "requests",
                                    evidence.inference(pilotKey, "request", period.begins(), period.ends())
                                            .stripTrailingZeros()
                                            .toPlainString()));
        }
        return context;
    }

    private String currency(String pilotKey) {
        return Objects.requireNonNullElse(pilots.get(pilotKey).proposal().currency(), "EUR");
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    /** What the form asks. */
    record Answers(
            List<ValueAnswers> value,
            BigDecimal costPipelines,
            BigDecimal costSupport,
            BigDecimal costMonitoring,
            BigDecimal costCompliance,
            BigDecimal costIncidents,
            BigDecimal costRetraining,
            BigDecimal costCloud,
            BigDecimal costReview,
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

        LedgerLine of(String pilotCurrency) {
            return LedgerLine.of(
                    metric, reading, method, basis, counterfactual, money, currency, rate, pilotCurrency, evidence);
        }
    }
}
