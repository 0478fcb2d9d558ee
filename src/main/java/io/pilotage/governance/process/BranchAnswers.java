package io.pilotage.governance.process;

import io.pilotage.governance.Finding;
import io.pilotage.governance.ReviewDecision;
import io.pilotage.governance.Verdict;
import io.pilotage.governance.Verdict.Evidence;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the forms of all branches ask. */
interface BranchAnswers {

    String decision();

    /** Kind of reason, where the form asks for it. */
    default @Nullable String reasonCode() {
        return null;
    }

    @Nullable String reason();

    List<FindingAnswer> finding();

    List<Evidence> evidence();

    @Nullable String conflictDetail();

    /** The verdict these answers are, by the person who handed them in. */
    default Verdict verdict(Submission submission) {
        String code = reasonCode();
        return new Verdict(
                ReviewDecision.ofCode(decision()),
                code == null ? null : StallReason.ofCode(code),
                reason(),
                finding().stream()
                        .map(found ->
                                new Finding(found.text, found.severity, found.owner, found.due, submission.at(), null))
                        .toList(),
                evidence(),
                conflictDetail(),
                submission.actor(),
                submission.role(),
                submission.at());
    }

    /** One finding as the form asks for it. */
    record FindingAnswer(String text, String severity, LocalDate due, String owner) {}
}
