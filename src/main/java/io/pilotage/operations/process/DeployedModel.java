package io.pilotage.operations.process;

/**
 * A process, decision table or form as it is deployed.
 *
 * @param instances cases that run on this version; 0 for tables and forms, which are looked up when needed
 */
public record DeployedModel(Kind kind, String id, int version, boolean latest, long instances) {

    /** What was deployed. */
    public enum Kind {
        PROCESS,
        TABLE,
        FORM
    }
}
