package io.pilotage.redesign.process;

import io.pilotage.redesign.DryRun;
import io.pilotage.redesign.DryRun.Acceptance;
import io.pilotage.redesign.DryRun.Mistake;
import io.pilotage.redesign.Objection.Concern;
import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The frontline lead tells how the new way went with real users, with the AI and without it. */
@Component
class WalkThrough implements HumanTask<WalkThrough.Answers> {

    private final RedesignManagement redesign;
    private final WorkSummary work;

    WalkThrough(RedesignManagement redesign, WorkSummary work) {
        this.redesign = redesign;
        this.work = work;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        redesign.rehearse(
                new DryRun(
                        pilotKey,
                        answers.heldOn,
                        answers.participants,
                        answers.script,
                        answers.fallbackResult,
                        answers.fallbackOn,
                        answers.error,
                        answers.segment.stream()
                                .map(group -> new Acceptance(group.name, group.accepts))
                                .toList(),
                        redesign.dryRunOf(pilotKey).map(DryRun::version).orElse(null)),
                LocalDate.ofInstant(submission.at(), ZoneOffset.UTC));
        redesign.note(
                pilotKey,
                submission.taskId(),
                answers.segment.stream()
                        .filter(group -> group.concern != null)
                        .map(group -> new Concern(group.name, group.concern, group.answer))
                        .toList());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> context = new HashMap<>();
        context.put("ritualChanges", work.ritualChanges(pilotKey));
        context.put("objections", work.objections(pilotKey));
        context.put(
                "participantsNeeded",
                redesign.rosterOf(pilotKey).map(Roster::participantsNeeded).orElse(null));
        context.put("fallback", redesign.changeOf(pilotKey).fallback());
        return context;
    }

    /** What the form asks. */
    record Answers(
            LocalDate heldOn,
            int participants,
            String script,
            List<Mistake> error,
            List<Group> segment,
            String fallbackResult,
            @Nullable LocalDate fallbackOn) {

        /** What one user group says. */
        record Group(
                String name,
                String accepts,
                @Nullable String concern,
                @Nullable String answer) {}
    }
}
