package io.pilotage.audit;

import io.pilotage.verify.Findings;

/** Rows of another module that repeat what a chain says; the check of the whole trail holds them against it. */
@FunctionalInterface
public interface RepeatsTheTrail {

    /** Adds each row that says something else than its entry, or that lacks its entry. */
    void check(Findings findings);
}
