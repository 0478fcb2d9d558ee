package io.pilotage.redesign;

import io.pilotage.testing.Cases;
import java.util.HashMap;
import java.util.Map;

/** Answers that carry a case through the redesign; a test changes the one it is about. */
record RedesignCase(Cases cases, String pilot) {

    static final Map<String, Object> RITUAL = Map.of(
            "ritualChange1_present", true,
            "ritualChange1_kind", "meeting",
            "ritualChange1_change", "removed",
            "ritualChange1_name", "Monday planning",
            "ritualChange1_owner", "frontline-lead",
            "ritualChange1_effectiveOn", "2030-01-31");

    static final Map<String, Object> ROSTER =
            Map.of("population", 60, "excluded", 10, "segment1_name", "Planners", "segment1_people", 50);

    static final Map<String, Object> DRY_RUN =
            Map.of("heldOn", "2020-01-31", "participants", 5, "fallbackOn", "2020-01-31");

    static final Map<String, Object> TRAINING =
            Map.of("neededShare", 80, "firstUsers", 10, "passed", 8, "literacyRecord", "https://example.org/literacy");

    static Map<String, Object> with(Map<String, ?> usual, Map<String, ?> other) {
        Map<String, Object> all = new HashMap<>(usual);
        all.putAll(other);
        return all;
    }

    RedesignCase mapped(Map<String, ?> toBe) {
        cases.complete(pilot, "mapAsIs", "frontline-lead", Map.of("step1_minutes", 12.5, "ritual1_name", "Monday"));
        cases.complete(pilot, "mapToBe", "frontline-lead", toBe);
        return this;
    }

    RedesignCase friction(Map<String, ?> answers) {
        cases.complete(pilot, "resolveFriction", "change-lead", answers);
        return this;
    }

    RedesignCase incentives(Map<String, ?> answers) {
        cases.complete(pilot, "alignIncentives", "bu-sponsor", answers);
        return this;
    }

    RedesignCase roster(Map<String, ?> answers) {
        cases.complete(pilot, "declareRoster", "adoption-analyst", answers);
        return this;
    }

    RedesignCase training(Map<String, ?> answers) {
        cases.complete(pilot, "prepareTraining", "change-lead", answers);
        return this;
    }

    RedesignCase walkedThrough(Map<String, ?> answers) {
        cases.complete(pilot, "walkThrough", "frontline-lead", answers);
        return this;
    }

    RedesignCase decided(String person, Map<String, ?> answers) {
        cases.complete(pilot, "decideOperable", person, answers);
        return this;
    }

    RedesignCase prepared() {
        return friction(Map.of())
                .incentives(Map.of())
                .roster(ROSTER)
                .training(TRAINING)
                .walkedThrough(DRY_RUN);
    }
}
