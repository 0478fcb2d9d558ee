package io.pilotage.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What a pilot was proposed as; asked once at intake and shown ever after.
 *
 * @param timeBoxUntil last day of the time-box, from the charter on the day that was granted
 * @param regions ISO codes separated by commas; the first is the home region, whose working days count
 * @param decisionPoint which decision the pilot is to change (R23)
 * @param decidedBy who decides today, in the words of the proposal
 * @param similarPilot key or name of an existing pilot that it joins or differs from
 * @param amount pilot budget in {@code currency}
 * @param currency ISO 4217
 */
public record Proposal(
        @Column("title") String title,
        @Column("business_unit") @Nullable String businessUnit,
        @Column("regions") @Nullable String regions,
        @Column("operational_priority") @Nullable String operationalPriority,
        @Column("process_name") @Nullable String processName,
        @Column("decision_point") @Nullable String decisionPoint,
        @Column("decided_by") @Nullable String decidedBy,
        @Column("decision_frequency") @Nullable String decisionFrequency,
        @Column("decision_information") @Nullable String decisionInformation,
        @Column("outcome_metric") @Nullable String outcomeMetric,
        @Column("outcome_direction") @Nullable String outcomeDirection,
        @Column("funding_source") @Nullable String fundingSource,
        @Column("amount") @Nullable BigDecimal amount,
        @Column("currency") @Nullable String currency,
        @Column("time_box_until") @Nullable LocalDate timeBoxUntil,
        @Column("similar_pilot") @Nullable String similarPilot,
        @Column("difference") @Nullable String difference) {

    /** The same in the currency that was not stated before. */
    Proposal in(String stated) {
        return with(stated, timeBoxUntil);
    }

    /** The same within the time-box that was granted. */
    Proposal within(LocalDate granted) {
        return with(currency, granted);
    }

    private Proposal with(@Nullable String statedCurrency, @Nullable LocalDate until) {
        return new Proposal(
                title,
                businessUnit,
                regions,
                operationalPriority,
                processName,
                decisionPoint,
                decidedBy,
                decisionFrequency,
                decisionInformation,
                outcomeMetric,
                outcomeDirection,
                fundingSource,
                amount,
                statedCurrency,
                until,
                similarPilot,
                difference);
    }

    /** What the decision table {@code approvalLevel} reads of the money; null where nobody has stated it. */
    public Map<String, Object> moneyFacts() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("amount", amount == null ? null : amount.doubleValue());
        facts.put("currency", currency);
        return facts;
    }

    /** The region whose working days count, or {@code EU} when none is named. */
    public String homeRegion() {
        return regions == null || regions.isBlank() ? "EU" : regions.split(",")[0].strip();
    }
}
