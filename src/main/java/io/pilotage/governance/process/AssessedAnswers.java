package io.pilotage.governance.process;

import io.pilotage.governance.Assessment;

/** Answers of a branch that says what it agrees to when it approves. */
interface AssessedAnswers extends BranchAnswers {

    Assessment assessment(String pilotKey);
}
