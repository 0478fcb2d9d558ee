package io.pilotage.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperties;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperty;

/** The property {@code signature} by which a model says that a task is signed, and what the signature means. */
final class SignatureMark {

    static final String PROPERTY = "signature";

    private SignatureMark() {}

    /** Keeps the mark of a drawn task with its activity. */
    static void keep(Element userTask, ActivityImpl activity) {
        Stream.ofNullable(userTask.element("extensionElements"))
                .flatMap(extensions ->
                        extensions.elementsNS(BpmnParse.OPERATON_BPMN_EXTENSIONS_NS, "properties").stream())
                .flatMap(
                        properties -> properties.elementsNS(BpmnParse.OPERATON_BPMN_EXTENSIONS_NS, "property").stream())
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .forEach(property -> activity.setProperty(PROPERTY, property.attribute("value")));
    }

    /** What a signature under the task means, or empty for a task that nobody signs. */
    static Optional<SignatureMeaning> of(TaskEntity task) {
        ActivityImpl activity = task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey());
        return Optional.ofNullable(activity.getProperty(PROPERTY))
                .map(String::valueOf)
                .flatMap(SignatureMeaning::ofCode);
    }

    /** What a model file says, right or wrong. */
    static List<String> of(UserTask task) {
        return Stream.ofNullable(task.getExtensionElements())
                .map(extensions -> extensions
                        .getElementsQuery()
                        .filterByType(OperatonProperties.class)
                        .list())
                .flatMap(Collection::stream)
                .flatMap(properties -> properties.getOperatonProperties().stream())
                .filter(property -> PROPERTY.equals(property.getOperatonName()))
                .map(OperatonProperty::getOperatonValue)
                .toList();
    }
}
