package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every model keeps the rules in {@code .bpmnlintrc}. */
class ModelLintTests {

    @Test
    void everyModelIsClean() throws IOException, InterruptedException {
        Process lint = new ProcessBuilder(
                        "node", "node_modules/bpmnlint/bin/bpmnlint.js", "--max-warnings", "0", "processes/**/*.bpmn")
                .redirectErrorStream(true)
                .start();
        String findings = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(findings).isBlank();
        assertThat(lint.waitFor()).isZero();
    }
}
