package io.pilotage.evidence;

/** How the rows of a file become the one figure that a limit is held against. */
public enum Taken {
    MEAN,
    SUM,
    /** The row of the latest day. */
    LAST
}
