package io.pilotage.businesscase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The script beside the guide, in another language than the product, that works the sums of a ledger out anew. */
final class IndependentScript {

    private IndependentScript() {}

    /** Sums by entry and figure. @param file as the product exported it */
    static Map<String, String> recompute(Path file) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("python3", "docs/guide/recompute-ledger.py", file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(printed).isZero();
        Map<String, String> figures = new TreeMap<>();
        printed.lines()
                .map(line -> line.split("\t"))
                .forEach(cells -> figures.put(cells[0] + " " + cells[1], cells[2]));
        return figures;
    }
}
