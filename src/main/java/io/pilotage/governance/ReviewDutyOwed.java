package io.pilotage.governance;

/** A pilot was authorised although this is still open. */
public record ReviewDutyOwed(ReviewDuty duty) {}
