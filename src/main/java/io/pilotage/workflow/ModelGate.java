package io.pilotage.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Lets no code in with a model or table: of the engine's extensions only those named here, of expressions only
 * variables, comparisons and the deadlines, of delegates only beans made for it. Reads the file as a stream, within
 * limits, before anything else does.
 */
@Component
class ModelGate {

    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_ELEMENTS = 5_000;
    private static final int DEEPEST = 100;

    private static final Set<String> ENGINE = Set.of(
            "http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn", "http://activiti.org/bpmn");
    private static final Set<String> EXTENSIONS =
            Set.of("in", "out", "inputOutput", "inputParameter", "properties", "property");
    private static final Set<String> ATTRIBUTES = Set.of(
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

    private static final String OPERAND = "!?\\s*(?:'[^'$#{}\\\\]*'|-?\\d+(?:\\.\\d+)?|true|false|null"
            + "|[a-zA-Z_]\\w*(?:\\.[a-zA-Z_]\\w*)*(?:\\.contains\\('[\\w-]*'\\))?)";
    private static final Pattern EXPRESSION =
            Pattern.compile("[$#]\\{\\s*" + OPERAND + "(?:\\s*(?:==|!=|<=|>=|<|>|&&|\\|\\|)\\s*" + OPERAND + ")*\\s*}");
    private static final Pattern CONTAINS = Pattern.compile("(?<!\\.)\\b\\w+\\.contains\\('[\\w-]*'\\)|'[^']*'");
    private static final Pattern HEAD = Pattern.compile("(?<![\\w.'])([a-zA-Z_]\\w*)\\.");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    private final BeanFactory beans;

    ModelGate(BeanFactory beans) {
        this.beans = beans;
    }

    /** What may not come in with a model or table, each as {@code file: element: sentence}. */
    List<String> problemsOf(String file, byte[] bytes) {
        List<String> problems = new ArrayList<>();
        if (bytes.length > MOST_BYTES) {
            return List.of(file + ": is larger than 2 MB");
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)), file, problems);
        } catch (XMLStreamException e) {
            problems.add(file + ": is no valid " + (file.endsWith(".dmn") ? "DMN" : "BPMN 2.0") + ": not well-formed");
        }
        return problems;
    }

    private void read(XMLStreamReader xml, String file, List<String> problems) throws XMLStreamException {
        String id = "";
        int elements = 0;
        int depth = 0;
        while (xml.hasNext()) {
            String here = file + ": " + id + ": ";
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String own = xml.getAttributeValue(null, "id");
                    id = own == null ? id : own;
                    if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) {
                        problems.add(file + ": has too many elements, or too deep");
                        return;
                    }
                    element(xml, file + ": " + id + ": ", problems);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    expression(xml.getText(), here, problems);
                case XMLStreamConstants.DTD -> problems.add(file + ": has a document type, which a model needs not");
                default -> {}
            }
        }
    }

    private void element(XMLStreamReader xml, String here, List<String> problems) {
        String name = xml.getLocalName();
        boolean extension = ENGINE.contains(String.valueOf(xml.getNamespaceURI())) && !EXTENSIONS.contains(name);
        if (extension || name.equals("script")) {
            problems.add(here + "<" + name + "> is not allowed in a model");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            String space = xml.getAttributeNamespace(i);
            String value = xml.getAttributeValue(i);
            boolean engine = space != null && ENGINE.contains(space) && !ATTRIBUTES.contains(attribute);
            boolean language = attribute.matches("language|expressionLanguage")
                    && !value.toLowerCase(java.util.Locale.ROOT).contains("feel");
            if (engine || language || attribute.equals("schemaLocation")) {
                problems.add(here + "'" + attribute + "' is not allowed in a model");
            } else if (attribute.equals("delegateExpression")) {
                delegate(value, here, problems);
            } else {
                expression(value, here, problems);
            }
        }
    }

    private void delegate(String value, String here, List<String> problems) {
        Matcher bean = BEAN.matcher(value);
        if (bean.matches()
                && beans.containsBean(bean.group(1))
                && !beans.isTypeMatch(bean.group(1), JavaDelegate.class)) {
            problems.add(here + "'" + bean.group(1) + "' is not made for being named in a model");
        } else if (!bean.matches()) {
            problems.add(here + "must name its bean as a delegate expression, for example ${sealMoneyCase}");
        }
    }

    private void expression(String text, String here, List<String> problems) {
        String expression = text.strip();
        boolean code = expression.contains("${") || expression.contains("#{");
        if (code && !ModelRules.DUE.equals(expression) && !ModelRules.NEXT.equals(expression) && !isPlain(expression)) {
            problems.add(here + "the expression " + expression
                    + " is not allowed; variables, comparisons and .contains('…') are");
        }
    }

    /** Reads variables only: nothing of a bean is reached. */
    private boolean isPlain(String expression) {
        return EXPRESSION.matcher(expression).matches()
                && HEAD.matcher(CONTAINS.matcher(expression).replaceAll("true"))
                        .results()
                        .map(head -> head.group(1))
                        .noneMatch(head -> beans.containsBean(head));
    }
}
