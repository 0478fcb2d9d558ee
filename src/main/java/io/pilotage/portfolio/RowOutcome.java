package io.pilotage.portfolio;

/** What became of a row, or will. */
public enum RowOutcome {
    /** Will be brought in. */
    PLANNED,
    /** Is a case now. */
    BROUGHT_IN,
    /** Was a case already, and the row says the same as then. */
    KNOWN,
    /** Was a case already, but the row says something else now; the case is left alone. */
    CHANGED,
    /** Cannot be brought in as it is. */
    REFUSED,
    /** Could not be brought in for another reason; can be tried again. */
    FAILED
}
