package io.pilotage.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Lets no code in with a model or table: only elements and attributes that are named ({@link ModelWords}), of
 * expressions only what is named ({@link ModelExpressions}), of delegates only beans made for it. Reads the file as a
 * stream, within limits, before anything else does.
 */
@Component
class ModelGate {

    static final int MOST_BYTES = 2 << 20;
    private static final int MOST_ELEMENTS = 5_000;
    private static final int DEEPEST = 100;
    private static final int MOST_PROBLEMS = 50;

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    private final BeanFactory beans;
    private final ModelExpressions expressions;

    ModelGate(BeanFactory beans, ModelExpressions expressions) {
        this.beans = beans;
        this.expressions = expressions;
    }

    /** What may not come in with a model or table, each as {@code file: element: sentence}. */
    List<String> problemsOf(String file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return List.of(file + ": is larger than 2 MB");
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        Reading reading = new Reading(file, file.matches(".*(dmn|dmn11\\.xml)"));
        try {
            reading.read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException | RuntimeException e) {
            reading.problem("is no valid " + (reading.table ? "DMN" : "BPMN 2.0") + ": not well-formed");
        }
        return reading.problems;
    }

    /** One file on its way through the gate. */
    private final class Reading {

        private final String file;
        private final boolean table;
        private final List<String> problems = new ArrayList<>();
        private final Deque<StringBuilder> texts = new ArrayDeque<>();
        private String id = "";
        private int elements;

        Reading(String file, boolean table) {
            this.file = file;
            this.table = table;
        }

        void read(XMLStreamReader xml) throws XMLStreamException {
            if (!isUtf8(xml.getCharacterEncodingScheme()) || !isUtf8(xml.getEncoding())) {
                problem("is not written in UTF-8");
                return;
            }
            while (xml.hasNext() && problems.size() < MOST_PROBLEMS) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++elements > MOST_ELEMENTS || texts.size() >= DEEPEST) {
                            problem("has too many elements, or too deep");
                            return;
                        }
                        String own = xml.getAttributeValue(null, "id");
                        id = own == null ? id : own;
                        texts.push(new StringBuilder());
                        if (elements == 1 && !isKnown(xml)) {
                            problem("is no valid " + (table ? "DMN" : "BPMN 2.0") + ": begins with <"
                                    + xml.getLocalName() + ">");
                            return;
                        }
                        element(xml);
                    }
                    // A text may be in pieces, around a comment or a child; the engine joins them.
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        Objects.requireNonNull(texts.peek()).append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT ->
                        text(xml.getLocalName(), texts.pop().toString());
                    case XMLStreamConstants.DTD -> problem("has a document type, which a model needs not");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.ENTITY_REFERENCE ->
                        problem("has an instruction or entity, which a model needs not");
                    default -> {}
                }
            }
        }

        private void element(XMLStreamReader xml) {
            if (!isKnown(xml)) {
                at("<" + xml.getLocalName() + "> is not allowed in a model");
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attribute(
                        Objects.toString(xml.getAttributeNamespace(i), ""),
                        xml.getAttributeLocalName(i),
                        xml.getAttributeValue(i));
            }
        }

        private static boolean isKnown(XMLStreamReader xml) {
            return ModelWords.isElement(Objects.toString(xml.getNamespaceURI(), ""), xml.getLocalName());
        }

        private void attribute(String vocabulary, String name, String value) {
            boolean language = vocabulary.isEmpty() && name.matches("expressionLanguage|typeLanguage|language");
            if (language
                    ? !value.toLowerCase(Locale.ROOT).contains("feel")
                    : !ModelWords.isAttribute(vocabulary, name)) {
                at("'" + name + "' is not allowed in a model");
            } else if (name.equals("delegateExpression")) {
                delegate(value);
            } else if (!language) {
                expression(value);
            }
        }

        private void delegate(String value) {
            Matcher bean = BEAN.matcher(value);
            if (!bean.matches()) {
                at("must name its bean as a delegate expression, for example ${sealMoneyCase}");
            } else if (beans.containsBean(bean.group(1)) && !ModelBeans.isStep(beans, bean.group(1))) {
                at("'" + bean.group(1) + "' is not made for being named in a model");
            }
        }

        private void text(String element, String text) {
            expression(text);
            if (table && element.equals("text") && !expressions.isAllowedInTable(text)) {
                at("a cell reads and compares within 500 characters and defines no function");
            }
        }

        private void expression(String text) {
            if (!expressions.isAllowed(text)) {
                String shown = text.strip();
                at("the expression " + shown.substring(0, Math.min(shown.length(), 200))
                        + " is not allowed; variables, comparisons and .contains('…') are");
            }
        }

        private void at(String sentence) {
            problem(id.isEmpty() ? sentence : id + ": " + sentence);
        }

        void problem(String sentence) {
            problems.add(file + ": " + sentence);
        }

        private static boolean isUtf8(@Nullable String encoding) {
            return encoding == null || encoding.equalsIgnoreCase("UTF-8");
        }
    }
}
