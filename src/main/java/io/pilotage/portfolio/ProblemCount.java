package io.pilotage.portfolio;

/** How often one kind of problem occurred in one column of a run. */
public record ProblemCount(RowProblem.Severity severity, String column, String kind, long count) {}
