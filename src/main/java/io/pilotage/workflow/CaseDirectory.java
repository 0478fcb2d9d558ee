package io.pilotage.workflow;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the door must know of a case; answered by the registry of pilots. */
public interface CaseDirectory {

    /** Who answers for a role on a case: person, deputy, superior; a null one is vacant. */
    record Accountable(
            @Nullable String person,
            @Nullable String deputy,
            @Nullable String superior) {}

    /** The accountable person for the role (a group id) on the case, or empty when nobody accepted it. */
    Optional<Accountable> accountable(String pilotKey, String role);

    /** The region whose working days count for the case, for example {@code DE}. */
    String homeRegion(String pilotKey);

    /** The case in a few read-only words, shown on every task as {@code context.pilot}. */
    Map<String, Object> summary(String pilotKey);

    /** Refuses when separation of duties bars the person from this task on this case. */
    void guardSeparation(String pilotKey, String taskId, String person);
}
