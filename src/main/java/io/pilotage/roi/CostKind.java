package io.pilotage.roi;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The seven lines that running a pilot costs (R91), in the order in which the form asks them, and what comes on top. */
public enum CostKind {
    @JsonProperty("pipelines")
    PIPELINES,
    @JsonProperty("support")
    SUPPORT,
    @JsonProperty("monitoring")
    MONITORING,
    @JsonProperty("compliance")
    COMPLIANCE,
    @JsonProperty("incidents")
    INCIDENTS,
    @JsonProperty("retraining")
    RETRAINING,
    @JsonProperty("computing")
    COMPUTING,
    /** All of them in one line, on the short path. */
    @JsonProperty("everything")
    EVERYTHING,
    /** People who check the output. */
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("energy")
    ENERGY,
    /** What operations expects on top. */
    @JsonProperty("operations")
    OPERATIONS
}
