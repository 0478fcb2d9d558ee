package io.pilotage.workflow;

import java.util.List;
import java.util.Map;

/** Asks a deployed decision table (DMN), always its latest version, so that administrators change policy in a Modeler. */
public interface DecisionTables {

    /**
     * The single output column of every matching row, in table order.
     *
     * @param decision id of the decision, for example {@code gateRequirements}
     * @param inputs the table's inputs by name; a missing one is null
     */
    List<String> list(String decision, Map<String, ?> inputs);

    /** The outputs of the first matching row by name; empty when no row matches. */
    Map<String, Object> row(String decision, Map<String, ?> inputs);

    /**
     * As {@link #list}, for a table that only states a rule, such as who is barred from what: what it said of the same
     * inputs is remembered for as long as the same version is the latest, and the history does not grow.
     */
    List<String> ruleList(String decision, Map<String, ?> inputs);

    /** As {@link #row}, for a table that only states a rule, such as how many days there are; see {@link #ruleList}. */
    Map<String, Object> ruleRow(String decision, Map<String, ?> inputs);

    /**
     * Which version of the table is in force: its version tag and a fingerprint of its content, so that deploying the
     * same table again is no new version.
     */
    String version(String decision);
}
