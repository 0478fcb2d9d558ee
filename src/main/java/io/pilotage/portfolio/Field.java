package io.pilotage.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of an inventory's entry the registry can keep, and in which form; the names are those used in mappings. */
enum Field {
    TITLE("title", Kind.TEXT, 200),
    BUSINESS_UNIT("businessUnit", Kind.TEXT, 200),
    REGIONS("regions", Kind.TEXT, 200),
    OPERATIONAL_PRIORITY("operationalPriority", Kind.TEXT, 200),
    PROCESS_NAME("processName", Kind.TEXT, 200),
    DECISION_POINT("decisionPoint", Kind.TEXT, 4000),
    DECIDED_BY("decidedBy", Kind.TEXT, 200),
    DECISION_FREQUENCY("decisionFrequency", "manyTimesADay", "daily", "weekly", "monthly", "lessOften"),
    DECISION_INFORMATION("decisionInformation", Kind.TEXT, 4000),
    OUTCOME_METRIC("outcomeMetric", Kind.TEXT, 200),
    OUTCOME_DIRECTION("outcomeDirection", "up", "down"),
    FUNDING_SOURCE("fundingSource", "businessUnit", "it", "innovationBudget"),
    AMOUNT("amount", Kind.NUMBER, 0),
    CURRENCY("currency", Kind.TEXT, 20),
    TIME_BOX_UNTIL("timeBoxUntil", Kind.DATE, 0),
    REGULATED_AREA(
            "regulatedArea",
            "none",
            "employment",
            "education",
            "credit",
            "essentialServices",
            "biometrics",
            "lawEnforcement",
            "criticalInfrastructure",
            "medical",
            "migration",
            "justice"),
    AFFECTED_PERSONS("affectedPersons", "none", "employees", "customers", "public", "vulnerable"),
    AUTONOMY("autonomy", "advises", "actsWithApproval", "actsAlone"),
    AGENTIC("agentic", "true", "false"),
    PERSONAL_DATA("personalData", "true", "false"),
    WORKERS_AFFECTED("workersAffected", "true", "false"),
    PURPOSE("purpose", Kind.TEXT, 20_000),
    OUTPUTS("outputs", Kind.TEXT, 20_000),
    INITIATED("initiated", Kind.DATE, 0),
    DEVELOPMENT_BEGAN("developmentBegan", Kind.DATE, 0),
    IMPLEMENTED("implemented", Kind.DATE, 0),
    RETIRED("retired", Kind.DATE, 0);

    /** How a field's cell is read. */
    enum Kind {
        TEXT,
        CODE,
        NUMBER,
        DATE
    }

    /** Fields that the registry does not ask for: blank ones are no gap of the case. */
    private static final Set<Field> BY_THE_WAY =
            Set.of(PURPOSE, OUTPUTS, INITIATED, DEVELOPMENT_BEGAN, IMPLEMENTED, RETIRED);

    private final String code;
    private final Kind kind;
    private final int longest;
    private final List<String> options;

    Field(String code, Kind kind, int longest) {
        this.code = code;
        this.kind = kind;
        this.longest = longest;
        this.options = List.of();
    }

    Field(String code, String... values) {
        this.code = code;
        this.kind = Kind.CODE;
        this.longest = 0;
        this.options = List.of(values);
    }

    String code() {
        return code;
    }

    Kind kind() {
        return kind;
    }

    int longest() {
        return longest;
    }

    /** The only values a field of kind {@link Kind#CODE} takes. */
    List<String> options() {
        return options;
    }

    boolean isGapWhenBlank() {
        return !BY_THE_WAY.contains(this);
    }

    static Optional<Field> ofCode(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
