package io.pilotage.sample;

import java.util.List;
import java.util.Map;

/**
 * One made-up pilot.
 *
 * @param began days ago on which it was proposed
 * @param pace days between one completed task and the next
 * @param stopAt ids of the tasks that stay open: where the pilot stands today
 * @param intake answers of the intake form
 * @param answers answers by task that differ from the usual ones
 */
public record SamplePilot(
        int began,
        int pace,
        List<String> stopAt,
        Map<String, Object> intake,
        Map<String, Map<String, Object>> answers) {}
