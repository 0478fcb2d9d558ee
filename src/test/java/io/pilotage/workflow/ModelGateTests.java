package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What the gate lets in with a file: our models, tables and forms, and of everything else only what is named. */
class ModelGateTests {

    static final String BPMN = "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
            + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"";
    private static final String DMN = "xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"";

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final ModelGate gate = new ModelGate(beans, new ModelExpressions(beans));
    private final FormGate formGate = new FormGate();

    ModelGateTests() {
        JavaDelegate step = execution -> {};
        beans.addBean("sealMoneyCase", step);
        beans.addBean("dataSource", new Object());
        beans.addBean("deadlines", new Object());
    }

    static Stream<Path> ownFiles() throws IOException {
        return Stream.concat(Files.walk(Path.of("processes")), Files.walk(Path.of("forms")))
                .filter(Files::isRegularFile);
    }

    @ParameterizedTest
    @MethodSource("ownFiles")
    void ourOwnFilesPass(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        assertThat(name.endsWith(".form") ? formGate.problemsOf(name, bytes) : gate.problemsOf(name, bytes))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask scriptFormat='js'><script>1</script></scriptTask>",
                "<sendTask camunda:delegateExpression='${sealMoneyCase}'/>",
                "<serviceTask camunda:class='java.lang.Runtime'/>",
                "<serviceTask camunda:expression='${sealMoneyCase}'/>",
                "<serviceTask camunda:type='external' camunda:topic='x'/>",
                "<serviceTask camunda:delegateExpression='${dataSource}'/>",
                "<serviceTask camunda:delegateExpression='${sealMoneyCase.x}'/>",
                "<signalEventDefinition signalRef='x'/>",
                "<conditionalEventDefinition/>",
                "<import importType='x' location='http://127.0.0.1/x.wsdl' namespace='x'/>",
                "<zeebe:taskDefinition xmlns:zeebe='http://camunda.org/schema/zeebe/1.0' type='x'/>",
                "<process xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='x http://127.0.0.1/x'/>",
                "<conditionExpression language='groovy'>1</conditionExpression>",
                "<conditionExpression>${execution.processEngineServices.runtimeService}</conditionExpression>",
                "<conditionExpression>#<!-- -->{dataSource.connection}</conditionExpression>",
                "<conditionExpression>$<![CDATA[{dataSource.connection}]]></conditionExpression>",
                "<conditionExpression>&#36;{deadlines.book}</conditionExpression>",
                "<conditionExpression>#<documentation/>{sealMoneyCase}</conditionExpression>",
                "<conditionExpression>${''.getClass()}</conditionExpression>",
                "<conditionExpression>${a.class.name == 'x'}</conditionExpression>",
                "<conditionExpression>${a['class']}</conditionExpression>",
                "<conditionExpression>${a = 1}</conditionExpression>",
                "<conditionExpression>${(1).toString()}</conditionExpression>",
                "<conditionExpression>${a.contains(b)}</conditionExpression>",
                "<conditionExpression>x ${a} ${b}</conditionExpression>",
                "<documentation>${dataSource.connection}</documentation>",
                "<userTask name='${authenticatedUserId}'/>",
                "<callActivity calledElement='${task.id}'/>",
                "<multiInstanceLoopCharacteristics><loopCardinality>${dataSource}x</loopCardinality></multiInstanceLoopCharacteristics>",
                "<extensionElements><camunda:executionListener event='start' class='x'/></extensionElements>",
                "<extensionElements><camunda:formData><camunda:formField id='x' defaultValue='${dataSource}'/></camunda:formData></extensionElements>",
                "<extensionElements><camunda:in sourceExpression='${dataSource}' target='x'/></extensionElements>",
                "<extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:map/></camunda:inputParameter></camunda:inputOutput></extensionElements>",
                "<?php echo 1?>",
                "&undeclared;",
                "<a/>"
            })
    void nothingElseInAModelPasses(String part) {
        assertThat(gateOf("x.bpmn", "<definitions " + BPMN + ">" + part + "</definitions>"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${steps.contains('startRing')}",
                "${outcome == 'go' && !withdrawn}",
                "${deadlines.due(execution)}",
                "#{execution.processBusinessKey}"
            })
    void variablesAndComparisonsPass(String expression) {
        assertThat(gateOf(
                        "x.bpmn",
                        "<definitions " + BPMN + "><conditionExpression>" + expression.replace("&", "&amp;")
                                + "</conditionExpression></definitions>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }",
                "{ f: function(a) a, r: f(1) }.r",
                "${dataSource.connection}"
            })
    void noCellOfATableRunsCode(String cell) {
        assertThat(gateOf(
                        "x.dmn",
                        "<definitions " + DMN + "><decision><decisionTable><rule><inputEntry><text>" + cell
                                + "</text></inputEntry></rule></decisionTable></decision></definitions>"))
                .isNotEmpty();
    }

    @Test
    void bombsAreRefusedBeforeTheyGoOff() {
        String model = "<definitions " + BPMN + "><documentation>%s</documentation></definitions>";
        String laughs = "<!DOCTYPE definitions [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
                + model.formatted("&c;");
        String outside = "<!DOCTYPE definitions [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + model.formatted("&a;");
        String type = "<!DOCTYPE definitions SYSTEM 'http://127.0.0.1:1/x.dtd'>" + model.formatted("");
        String word = "<!DOCTYPE definitions>" + model.formatted("");
        assertThat(gateOf("x.bpmn", model.formatted(""))).isEmpty();
        String deep = "<lane>".repeat(101) + "</lane>".repeat(101);
        String wide = "<lane/>".repeat(5_001);
        String big = " ".repeat(ModelGate.MOST_BYTES + 1);
        for (String bomb : List.of(
                laughs,
                outside,
                type,
                word,
                "<definitions " + BPMN + ">" + deep + "</definitions>",
                "<definitions " + BPMN + ">" + wide + "</definitions>",
                big)) {
            assertThat(gateOf("x.bpmn", bomb)).as(bomb.substring(0, 40)).isNotEmpty();
        }
        byte[] wideLetters = ("<definitions " + BPMN + "/>").getBytes(StandardCharsets.UTF_16);
        assertThat(gate.problemsOf("x.bpmn", wideLetters)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'x','components':[{'type':'iframe','url':'https://x'}]}",
                "{'id':'x','components':[{'type':'html','content':'x'}]}",
                "{'id':'x','components':[{'type':'filepicker','key':'x'}]}",
                "{'id':'x','components':[{'type':'dynamiclist','path':'x'}]}",
                "{'id':'x','components':[{'type':'button','action':'submit'}]}",
                "{'id':'x','components':[{'type':'text','text':'<img src=x onerror=alert(1)>'}]}",
                "{'id':'x','components':[{'type':'text','text':'[a](javascript:alert(1))'}]}",
                "{'id':'x','components':[{'type':'textfield','key':'x','validate':{'pattern':'(a+)+$'}}]}",
                "{'id':'x','components':[{'type':'textfield','key':'x','validate':{'pattern':'(a|aa)*$'}}]}",
                "{'id':'x','components':[{'type':'textfield','key':'x','validate':{'pattern':'['}}]}",
                "{'id':'x','id':'y','components':[]}",
                "[]",
                "",
                "null",
                "{"
            })
    void noFormBringsCode(String form) {
        assertThat(formGate.problemsOf("x.form", form.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void aFormOfManyLevelsIsRefused() {
        String deep = "{\"components\":[".repeat(40) + "]}".repeat(40);
        assertThat(formGate.problemsOf("x.form", deep.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void anotherKindOfFileIsNamedOnceAndNotListedElementByElement() {
        assertThat(gateOf("x.bpmn", "<project lang='en'><modelVersion/><parent/></project>"))
                .containsExactly("x.bpmn: is no valid BPMN 2.0: begins with <project>");
        assertThat(gateOf("x.bpmn", "<definitions " + BPMN + " colour='red'/>"))
                .containsExactly("x.bpmn: 'colour' is not allowed in a model");
    }

    private List<String> gateOf(String file, String text) {
        return gate.problemsOf(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
