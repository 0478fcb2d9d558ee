package io.pilotage.pilot;

import java.time.Instant;
import java.util.List;

/** A module's word on what was first asked after the review began (R108, R115). */
public interface LateQuestions {

    /** Late questions of a case, oldest first. */
    List<LateQuestion> lateQuestionsOf(String pilotKey);

    /**
     * One of them.
     *
     * @param function group of the function it counts against
     * @param by id of whoever raised it
     */
    record LateQuestion(String question, String function, String by, Instant at) {}
}
