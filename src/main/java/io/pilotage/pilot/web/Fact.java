package io.pilotage.pilot.web;

import org.jspecify.annotations.Nullable;

/** A line of what was proposed; a null value shows as a gap. */
record Fact(String label, @Nullable String value) {}
