package io.pilotage.pilot.web;

import org.jspecify.annotations.Nullable;

/**
 * The top of the case page.
 *
 * @param tier the code that colours the badge, or null when nobody has assessed the risk
 * @param statusColour how the status is coloured
 * @param statusLine what is to be said of the status beside its name; null when nothing is
 * @param mergedInto the case that this one was merged into, if any
 */
record CaseHead(
        String key,
        String title,
        String phaseName,
        String phaseSince,
        @Nullable String tier,
        String tierName,
        String statusName,
        String statusColour,
        @Nullable String statusLine,
        @Nullable String statusNote,
        @Nullable String mergedInto) {}
