package io.pilotage.pilot;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an existing inventory, as far as it is filled in.
 *
 * @param phase where the journey continues
 * @param status {@code ACTIVE} to travel on; a final status registers the case without a journey
 * @param accountable group to login name, as far as the inventory names people
 * @param source name of the file or system
 * @param row identity of the entry in its source; the same source and row is never registered twice
 */
public record Inventory(
        Proposal proposal,
        RiskAnswers risk,
        Phase phase,
        PilotStatus status,
        Map<String, String> accountable,
        String source,
        String row,
        @Nullable String note) {}
