package io.pilotage.evidence;

/** What rows are evidence of. */
public enum Purpose {
    /** How the work goes before the pilot changes it. */
    BASELINE,
    /** What a period brought. */
    MEASUREMENT,
    /** Tokens and requests of the model, which drive the cost of inference. */
    INFERENCE
}
