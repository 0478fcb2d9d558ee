package io.pilotage.pilot.reopening.process;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Loop;
import io.pilotage.pilot.reopening.Question;
import io.pilotage.workflow.Notation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What those read who are asked about a loop: the question, its evidence, and what the loops have cost so far. */
@Component
class LoopWords {

    private final Finality finality;
    private final CaseWords words;
    private final Clock clock;

    LoopWords(Finality finality, CaseWords words, Clock clock) {
        this.finality = finality;
        this.words = words;
        this.clock = clock;
    }

    /** The loop that the process is about, and all loops of the pilot as rows. */
    Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        Map<String, Object> context = new HashMap<>();
        Optional.ofNullable(variables.get("loopId"))
                .map(id -> finality.get(id.toString()))
                .ifPresent(loop -> context.put("loop", loop(loop)));
        context.put("loops", finality.of(pilotKey).stream().map(this::row).toList());
        return context;
    }

    /** The same, with those who had a part in deciding the point, to choose from. */
    Map<String, Object> withParts(String pilotKey, Map<String, Object> variables) {
        Map<String, Object> context = context(pilotKey, variables);
        Optional.ofNullable(variables.get("loopId"))
                .map(id -> finality.get(id.toString()))
                .ifPresent(loop -> context.put(
                        "parts",
                        finality.partsOf(loop).stream()
                                .map(group -> Map.of("value", group, "label", words.role(group)))
                                .toList()));
        return context;
    }

    private Map<String, Object> loop(Loop loop) {
        Question question = loop.question();
        return Map.of(
                "gate", words.gate(loop.gate().name()),
                "number", loop.number(),
                "asks", words.say("pilot.loop.asks." + question.asks()),
                "question", question.question(),
                "evidence", Objects.toString(question.evidence(), ""),
                "evidenceOn", Objects.toString(question.evidenceOn(), ""),
                "askedBy", words.person(question.askedBy()),
                "askedRole", words.role(Objects.toString(question.askedRole(), "")),
                "owner", words.person(loop.owner()),
                "answer", Objects.toString(loop.answer(), ""));
    }

    private Map<String, Object> row(Loop loop) {
        Instant now = clock.instant();
        return Map.of(
                "number", loop.number(),
                "gate", words.gate(loop.gate().name()),
                "question", loop.question().question(),
                "by", words.person(loop.question().askedBy()),
                "days", loop.days(now),
                "cost",
                        loop.cost(now)
                                .map(Notation::number)
                                .map(cost -> cost + " " + Objects.toString(loop.currency(), ""))
                                .orElse("–"));
    }
}
