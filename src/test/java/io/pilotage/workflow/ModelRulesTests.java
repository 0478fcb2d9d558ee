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
import org.junit.jupiter.params.provider.ValueSource;
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
                "<bpmn:userTask id=\"acceptAccountability\" | <bpmn:userTask camunda:formKey=\"embedded:deployment:x.html\" id=\"acceptAccountability\" | 'formKey' is not allowed",
                "<bpmn:startEvent  | <bpmn:startEvent camunda:asyncAfter=\"true\"  | 'asyncAfter' is not allowed",
                "${previewObligations} | ${dataSource} | 'dataSource' is not made for being named",
                "${accountabilityAccepted} | ${trustedEngine.class} | the expression ${trustedEngine.class} is not allowed",
                "${accountabilityAccepted} | ${''.getClass().forName('x')} | is not allowed; variables",
                "${accountabilityAccepted} | #{taskService.complete('x')} | is not allowed; variables",
                "<bpmn:definitions | <!DOCTYPE x><bpmn:definitions | document type",
                "value=\"responsibility\" | value=\"blessing\" | acceptAccountability: its property 'signature' must be one of",
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
    void aFormThatIsSignedAndAModelThatDoesNotAskForItAreRefused() throws IOException {
        var deployment = repository
                .createDeployment()
                .addString(
                        "processes/discovery/discovery.bpmn",
                        Files.readString(MODEL).replace("name=\"signature\"", "name=\"other\""));
        try (var forms = Files.list(Path.of("forms/discovery"))) {
            for (Path form : forms.toList()) {
                deployment.addString(form.toString(), Files.readString(form));
            }
        }
        assertThatThrownBy(deployment::deploy)
                .hasMessageContaining("acceptAccountability: its property 'signature' and the text"
                        + " 'acceptAccountability_declaration' of its form must both be there, or neither")
                .hasMessageContaining("decideCharter: its property 'signature'");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener event='start' expression='${x}'/>",
                "<camunda:taskListener event='create' class='java.lang.Runtime'/>",
                "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>",
                "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='js'>1</camunda:script>"
                        + "</camunda:inputParameter></camunda:inputOutput>"
            })
    void codeInAnExtensionIsRefused(String extension) throws IOException {
        String text = Files.readString(MODEL)
                .replaceFirst(
                        "(?s)(<bpmn:userTask id=\"acceptAccountability\".*?</bpmn:documentation>)",
                        "$1<bpmn:extensionElements>" + java.util.regex.Matcher.quoteReplacement(extension)
                                + "</bpmn:extensionElements>");
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("processes/discovery/discovery.bpmn", text)
                        .deploy())
                .hasMessageContaining("is not allowed in a model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"discovery.bpmn20.xml", "discoverybpmn"})
    void noNameOfAFileLeadsRoundTheRules(String name) throws IOException {
        String text = Files.readString(MODEL);
        assertThatThrownBy(() ->
                        repository.createDeployment().addString(name, text).deploy())
                .hasMessageStartingWith("ENGINE-09005")
                .hasMessageContaining("the process id must be the file name");
    }

    @Test
    void codeInATableIsRefused() throws IOException {
        String text = Files.readString(Path.of("processes/pilot/sla.dmn"));
        for (String wrong : new String[] {"expressionLanguage=\"juel\" id=", "expressionLanguage=\"javascript\" id="}) {
            String code = text.replaceFirst("<inputExpression id=", "<inputExpression " + wrong);
            assertThat(code).isNotEqualTo(text);
            assertThatThrownBy(() -> repository
                            .createDeployment()
                            .addString("processes/pilot/sla.dmn", code)
                            .deploy())
                    .hasMessageContaining("'expressionLanguage' is not allowed");
        }
    }
}
