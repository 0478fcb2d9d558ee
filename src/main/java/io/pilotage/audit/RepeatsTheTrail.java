package io.pilotage.audit;

import io.pilotage.verify.Findings;
import io.pilotage.verify.TrailCheck;

/** Rows of another module that repeat what a chain says; the check of the whole trail holds them against it. */
@FunctionalInterface
public interface RepeatsTheTrail {

    /** Begins a check. */
    Comparison compare();

    /** Is shown every good entry of the trail, and then says which rows say something else, or are missing. */
    interface Comparison extends TrailCheck.Reader {

        /** Adds each row that no entry bears out, and each entry whose row is missing. */
        void end(Findings findings);
    }
}
