package io.pilotage.governance;

import io.pilotage.testing.Cases;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/** The people of the governance review, and answers with which each of them agrees. */
public final class Reviewers {

    private static final Map<String, String> PERSONS = Map.ofEntries(
            Map.entry("reviewCompliance", "compliance-review"),
            Map.entry("reviewLegalPrivacy", "legal-privacy"),
            Map.entry("reviewSecurity", "security-review"),
            Map.entry("reviewData", "data-owner"),
            Map.entry("reviewOperations", "it-operations"),
            Map.entry("planEvaluation", "model-validation"),
            Map.entry("validateIndependently", "model-validation"),
            Map.entry("setAutonomyBoundary", "decision-owner"),
            Map.entry("confirmAutonomyBoundary", "compliance-review"),
            Map.entry("informWorkers", "worker-liaison"),
            Map.entry("ownResidualRisk", "decision-owner"));

    private final Cases cases;

    public Reviewers(Cases cases) {
        this.cases = cases;
    }

    /** Lets everybody who is asked agree, until nobody or only the governance chair is asked. */
    public void agree(String pilot) {
        for (List<String> open = open(pilot); !open.isEmpty(); open = open(pilot)) {
            open.forEach(task -> approve(pilot, task));
        }
    }

    /** Lets the person of one task agree. */
    public void approve(String pilot, String task) {
        complete(pilot, task, Map.of());
    }

    /** Completes a review by its usual person; the given answers override those of an approval. */
    public void complete(String pilot, String task, Map<String, ?> answers) {
        Map<String, Object> given = new HashMap<>();
        boolean approves = !answers.containsKey("decision")
                || answers.get("decision").toString().startsWith("approve");
        if (approves) {
            given.putAll(details(task));
        }
        given.putAll(answers);
        cases.complete(pilot, task, PERSONS.get(task), given);
    }

    /** A finding as the first of a form. */
    public static Map<String, Object> finding(String decision, String severity) {
        return Map.of(
                "decision",
                decision,
                "finding1_text",
                "Logs are kept for three months only",
                "finding1_severity",
                severity,
                "finding1_owner",
                "it-operations",
                "finding1_due",
                today().plusDays(30));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    }

    private List<String> open(String pilot) {
        return cases.open(pilot).stream().filter(PERSONS::containsKey).toList();
    }

    /** What the usual filling in cannot know: days that have passed, and names of people. */
    private static Map<String, Object> details(String task) {
        return switch (task) {
            case "reviewData" -> Map.of("contractOwner", "data-owner");
            case "reviewOperations" -> Map.of("rollbackTestedOn", today().minusDays(3));
            case "validateIndependently" -> Map.of("runOn", today());
            case "reviewLegalPrivacy" -> Map.of("dpia", "notNeeded", "friaScope", "yes", "logMonths", 12);
            case "informWorkers" -> Map.of("informedOn", today().minusDays(2));
            case "reviewSecurity" -> Map.of("redTeamOn", today().minusDays(8));
            default -> Map.of();
        };
    }
}
