package io.pilotage.roi.process;

import io.pilotage.roi.AgreedCriteria;
import io.pilotage.roi.RoiManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sponsor agrees on the limits at which the pilot ends, before any result is known. */
@Component
class AgreeKillCriteria implements HumanTask<AgreeKillCriteria.Answers> {

    private final RoiManagement roi;
    private final MoneyCaseContext context;

    AgreeKillCriteria(RoiManagement roi, MoneyCaseContext context) {
        this.roi = roi;
        this.context = context;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        roi.agree(new AgreedCriteria(
                pilotKey,
                CriterionAnswers.together(answers.value, answers.adoption, answers.safety),
                submission.actor(),
                submission.at(),
                roi.criteriaOf(pilotKey).map(AgreedCriteria::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return context.soFar(pilotKey);
    }

    /** What the form asks. */
    record Answers(List<CriterionAnswers> value, List<CriterionAnswers> adoption, List<CriterionAnswers> safety) {}
}
