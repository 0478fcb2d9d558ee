package io.pilotage.governance;

import java.time.Instant;

/** A question that nobody asked before was raised at gate G3; it counts against the function. */
public record LateQuestionRaised(String pilotKey, Branch branch, String question, String raisedBy, Instant at) {}
