package io.pilotage.portfolio.web;

import io.pilotage.portfolio.RowProblem;
import java.util.Locale;

/**
 * A problem as people and machines read it.
 *
 * @param severity {@code error}, {@code warning} or {@code gap}
 */
record ProblemView(int row, String severity, String column, String kind, String sentence) {

    static ProblemView of(RowProblem problem, PortfolioSentences sentences, Locale locale) {
        return new ProblemView(
                problem.row(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.column(),
                problem.kind(),
                sentences.of(problem, locale));
    }
}
