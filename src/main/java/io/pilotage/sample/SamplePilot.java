package io.pilotage.sample;

import java.util.List;
import java.util.Map;

/**
 * One made-up pilot.
 *
 * @param began days ago on which it was proposed
 * @param pace days between one completed task and the next
 * @param stopAt ids of the tasks that nobody completes: where the pilot stands today
 * @param intake answers of the intake form
 * @param words what the usual answers say of this pilot, by the name in braces that they use
 * @param answers answers by task that differ from the usual ones; {@code <task>.2} counts from the second time on
 */
public record SamplePilot(
        int began,
        int pace,
        List<String> stopAt,
        Map<String, Object> intake,
        Map<String, Object> words,
        Map<String, Map<String, Object>> answers) {

    String title() {
        return String.valueOf(intake.get("title"));
    }

    String owner() {
        return String.valueOf(intake.getOrDefault("pilotOwner", "pilot-owner"));
    }
}
