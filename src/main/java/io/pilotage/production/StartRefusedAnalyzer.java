package io.pilotage.production;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into one list that a person can read; the process ends with exit code 1. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StartRefused refused) {
        int count = refused.reasons().size();
        String list = IntStream.range(0, count)
                .mapToObj(index -> "  " + (index + 1) + ". " + refused.reasons().get(index))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "Pilotage does not start: " + (count == 1 ? "one thing is" : count + " things are") + " wrong.\n\n"
                        + list,
                "Mend what is listed and start again. Every setting is explained in docs/guide/operator.md.",
                failure);
    }
}
