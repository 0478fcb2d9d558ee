package io.pilotage.pilot.reopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Gate;
import io.pilotage.testing.Cases;
import io.pilotage.testing.TimeMachine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A case with a decided gate, and somebody who questions it. */
final class Questions {

    static final String ASKER = "security-review";
    static final String CHAIR = "governance-chair";

    private final Cases cases;
    private final Finality finality;
    private final TimeMachine time;
    private final String pilot;
    private final Gate gate;

    Questions(Cases cases, Finality finality, TimeMachine time, String pilot, Gate gate) {
        this.cases = cases;
        this.finality = finality;
        this.time = time;
        this.pilot = pilot;
        this.gate = gate;
    }

    /** About the charter of a new pilot, which its sponsor signed. */
    static Questions aboutCharter(Cases cases, Finality finality, TimeMachine time) {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        return new Questions(cases, finality, time, pilot, Gate.G1);
    }

    String pilot() {
        return pilot;
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }

    Question question(String evidence, String owner) {
        return new Question("review", "Is it still true?", evidence, today(), ASKER, ASKER, owner);
    }

    Loop ask(String evidence) {
        return ask(evidence, ASKER);
    }

    Loop ask(String evidence, String owner) {
        Loop loop = finality.ask(pilot, gate, question(evidence, owner));
        time.runDueJobs();
        return loop;
    }

    void answer(String decision) {
        cases.complete(pilot, "answerReopening", CHAIR, Map.of("decision", decision));
    }

    /** The chair opens the point again for these groups. */
    void openAgain(String... concerned) {
        cases.complete(pilot, "answerReopening", CHAIR, Map.of("decision", "again", "concerned", List.of(concerned)));
    }

    void refused(Gate asked, Question question, String key) {
        assertThatThrownBy(() -> finality.ask(pilot, asked, question))
                .isInstanceOfSatisfying(
                        StaysClosed.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    /** The loop asked for last. */
    Loop last() {
        List<Loop> loops = finality.of(pilot);
        return loops.get(loops.size() - 1);
    }
}
