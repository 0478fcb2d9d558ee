package io.pilotage.roi;

import java.time.LocalDate;

/** The money case was signed with open points; the first has to be closed by this day. */
public record RoiConditionsSet(String pilotKey, LocalDate firstDue) {}
