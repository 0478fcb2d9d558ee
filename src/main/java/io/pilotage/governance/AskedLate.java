package io.pilotage.governance;

import io.pilotage.pilot.LateQuestions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the branches raised too late on a case, for the page of the case. */
@Component
class AskedLate implements LateQuestions {

    private final Scorecards scorecards;

    AskedLate(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    @Override
    public List<LateQuestion> lateQuestionsOf(String pilotKey) {
        return scorecards.of(pilotKey).stream()
                .filter(mark -> mark.kind().equals(FunctionMark.LATE_QUESTION))
                .sorted(Comparator.comparing(FunctionMark::notedAt))
                .map(mark -> new LateQuestion(
                        Objects.toString(mark.note(), ""), mark.roleGroup(), mark.notedBy(), mark.notedAt()))
                .toList();
    }
}
