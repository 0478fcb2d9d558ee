package io.pilotage.pilot;

import org.jspecify.annotations.Nullable;

/** What the decision tables say to risk answers: how much care, on which way, for how long. */
record Classification(
        @Nullable Tier tier,
        @Nullable String pathway,
        @Nullable Integer leadTimeDays) {}
