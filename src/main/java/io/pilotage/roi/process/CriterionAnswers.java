package io.pilotage.roi.process;

import io.pilotage.roi.KillCriterion;
import io.pilotage.roi.KillCriterion.Comparator;
import io.pilotage.roi.KillCriterion.Consequence;
import io.pilotage.roi.KillCriterion.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One limit as the forms ask for it; what it protects is told by its place in the form. */
record CriterionAnswers(
        String metric,
        @Nullable String metricName,
        Comparator comparator,
        BigDecimal threshold,
        LocalDate checkedOn,
        String period,
        String source,
        Consequence action,
        String defender) {

    static List<KillCriterion> together(
            List<CriterionAnswers> value, List<CriterionAnswers> adoption, List<CriterionAnswers> safety) {
        return Stream.of(of(Kind.VALUE, value), of(Kind.ADOPTION, adoption), of(Kind.SAFETY, safety))
                .flatMap(List::stream)
                .toList();
    }

    private static List<KillCriterion> of(Kind kind, List<CriterionAnswers> answers) {
        return answers.stream().map(answer -> answer.criterion(kind)).toList();
    }

    private KillCriterion criterion(Kind kind) {
        return new KillCriterion(
                kind, metric, metricName, comparator, threshold, checkedOn, period, source, action, defender);
    }
}
