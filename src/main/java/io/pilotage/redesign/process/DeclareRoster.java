package io.pilotage.redesign.process;

import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.redesign.Roster.Segment;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The adoption analyst names those who are meant to use the pilot. */
@Component
class DeclareRoster implements HumanTask<DeclareRoster.Answers> {

    private final RedesignManagement redesign;

    DeclareRoster(RedesignManagement redesign) {
        this.redesign = redesign;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        redesign.declare(new Roster(
                pilotKey,
                answers.population,
                answers.excluded,
                answers.exclusionReason,
                answers.source,
                answers.asOf,
                answers.segment,
                redesign.rosterOf(pilotKey).map(Roster::version).orElse(null)));
        return Map.of();
    }

    /** What the form asks. */
    record Answers(
            int population,
            int excluded,
            @Nullable String exclusionReason,
            String source,
            LocalDate asOf,
            List<Segment> segment) {}
}
