package io.pilotage.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of one made-up pilot answer, task by task, however often a task comes. */
final class Story {

    private final SampleAnswers answers = new SampleAnswers(SampleFile.answers());
    private final Map<String, Integer> done = new HashMap<>();
    private final SamplePilot pilot;

    private Story(SamplePilot pilot) {
        this.pilot = pilot;
    }

    /** The first pilot of the sample portfolio, of another kind. @param intake what its intake form says instead */
    static Story of(String kind, Map<String, ?> intake) {
        SamplePilot usual = SampleFile.pilots().get(0);
        Map<String, Object> said = new HashMap<>(usual.intake());
        said.putAll(intake);
        said.put("title", usual.title() + ", " + kind);
        return new Story(new SamplePilot(0, 1, List.of(), said, usual.words(), Map.of()));
    }

    /** Of low risk, so that it meets as few tasks as a pilot can. */
    static Story ofLowRisk(String kind) {
        return of(
                kind,
                Map.of(
                        "affectedPersons",
                        "none",
                        "autonomy",
                        "advises",
                        "amount",
                        20000,
                        "personalData",
                        false,
                        "workersAffected",
                        false));
    }

    String title() {
        return pilot.title();
    }

    /** The answers by key of the form; asking counts as doing the task. */
    Map<String, Object> answers(String task, Instant now) {
        return answers.of(pilot, task, done.merge(task, 1, Integer::sum), now);
    }

    /** The same by name without the form's prefix. */
    Map<String, Object> named(String task, Instant now) {
        Map<String, Object> named = new HashMap<>();
        answers(task, now).forEach((key, value) -> named.put(key.substring(key.indexOf('_') + 1), value));
        return named;
    }
}
