package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that breaks a rule is not deployed, whoever deploys it; the message names file, element and rule. */
@PilotageTest
class ModelRulesTests {

    private static final Path MODEL = Path.of("processes/discovery/discovery.bpmn");

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "candidateGroups=\"decision-owner\" | candidateGroups=\"boss\" | 'boss' is no role",
                "${deadlines.due(execution)} | 2030-01-01 | its due date must be",
                "formRefBinding=\"deployment\" | formRefBinding=\"latest\" | bound to the deployment",
                "${previewObligations} | ${runtime.exec('x')} | must name its bean as a delegate expression",
                "${deadlines.next(execution)} | R/PT1H | exactly one deadline timer",
                "name=\"Deadline\" | name=\"\" | has no name",
                "process id=\"discovery\" | process id=\"discover\" | the process id must be the file name"
            })
    void aBrokenModelIsRefusedByFileElementAndRule(String right, String wrong, String rule) throws IOException {
        String text = Files.readString(MODEL).replace(right, wrong);
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("processes/discovery/discovery.bpmn", text)
                        .deploy())
                .hasMessageStartingWith("ENGINE-09005")
                .hasMessageContaining("processes/discovery/discovery.bpmn: ")
                .hasMessageContaining(rule);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoModelIsRefused() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("broken.bpmn", "<definitions/>")
                        .deploy())
                .hasMessageContaining("broken.bpmn: is no valid BPMN 2.0");
    }

    @Test
    void aModelWithoutItsFormsIsRefused() throws IOException {
        String text = Files.readString(MODEL);
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("processes/discovery/discovery.bpmn", text)
                        .deploy())
                .hasMessageContaining("must have the form 'acceptAccountability'");
    }
}
