package io.pilotage.workflow;

import java.util.Set;

/** The words a model or table may consist of: elements, attributes and the vocabularies they come from. */
final class ModelWords {

    private static final Set<String> ENGINE = Set.of(
            "http://camunda.org/schema/1.0/bpmn",
            "http://camunda.org/schema/1.0/dmn",
            "http://operaton.org/schema/1.0/bpmn",
            "http://operaton.org/schema/1.0/dmn",
            "http://activiti.org/bpmn");

    private static final Set<String> DECORATION = Set.of(
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Set<String> EXTENSIONS =
            Set.of("in", "out", "inputOutput", "inputParameter", "properties", "property");

    private static final Set<String> ENGINE_ATTRIBUTES = Set.of(
            "asyncBefore",
            "calledElementBinding",
            "candidateGroups",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "delegateExpression",
            "dueDate",
            "elementVariable",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "initiator",
            "mapDecisionResult",
            "resultVariable",
            "versionTag");

    private static final Set<String> ELEMENTS = Set.of(
            // BPMN: flow
            ("definitions process documentation extensionElements subProcess userTask serviceTask businessRuleTask"
                            + " callActivity receiveTask startEvent endEvent boundaryEvent intermediateCatchEvent"
                            + " intermediateThrowEvent exclusiveGateway parallelGateway inclusiveGateway"
                            + " eventBasedGateway sequenceFlow incoming outgoing conditionExpression"
                            + " messageEventDefinition timerEventDefinition terminateEventDefinition timeDate timeCycle"
                            + " timeDuration message multiInstanceLoopCharacteristics loopCardinality"
                            + " completionCondition"
                            // BPMN: what is only drawn
                            + " collaboration participant laneSet lane childLaneSet flowNodeRef textAnnotation text"
                            + " association group category categoryValue BPMNDiagram BPMNPlane BPMNShape BPMNEdge"
                            + " BPMNLabel Bounds waypoint"
                            // DMN
                            + " decision decisionTable input output inputExpression inputEntry outputEntry rule"
                            + " inputValues outputValues defaultOutputEntry description variable informationRequirement"
                            + " requiredDecision requiredInput inputData annotation annotationEntry DMNDI DMNDiagram"
                            + " DMNShape DMNEdge DMNLabel")
                    .split(" "));

    private static final Set<String> ATTRIBUTES = Set.of(
            ("id name targetNamespace namespace exporter exporterVersion isExecutable sourceRef targetRef default"
                            + " attachedToRef cancelActivity isInterrupting messageRef calledElement isSequential"
                            + " triggeredByEvent gatewayDirection eventGatewayType instantiate isExpanded isHorizontal"
                            + " isMarkerVisible bpmnElement dmnElementRef processRef categoryValueRef"
                            + " associationDirection textFormat x y width height source target variables businessKey"
                            + " value label typeRef hitPolicy aggregation href isCollection")
                    .split(" "));

    private ModelWords() {}

    static boolean isElement(String vocabulary, String name) {
        if (ENGINE.contains(vocabulary)) {
            return EXTENSIONS.contains(name);
        }
        return vocabulary.matches("https?://www\\.omg\\.org/spec/(BPMN|DMN|DD)/.*") && ELEMENTS.contains(name);
    }

    /** An attribute without a vocabulary belongs to its element. */
    static boolean isAttribute(String vocabulary, String name) {
        if (vocabulary.isEmpty()) {
            return ATTRIBUTES.contains(name);
        }
        return ENGINE.contains(vocabulary)
                ? ENGINE_ATTRIBUTES.contains(name)
                : DECORATION.contains(vocabulary) || (vocabulary.equals(SCHEMA_INSTANCE) && name.equals("type"));
    }
}
