package io.pilotage.pilot.web;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The names that a model gives to what people recognise: tasks, phases and what is waited for. */
class ModelNames {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Set<String> RECOGNISED = Set.of(
            "userTask", "callActivity", "intermediateCatchEvent", "eventBasedGateway", "receiveTask", "endEvent");

    private final Document model;

    ModelNames(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            model = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalStateException("A deployed model cannot be read", e);
        }
    }

    /** Element id to name, in the reader's words where there are any. */
    Map<String, String> names(UnaryOperator<String> words) {
        Map<String, String> names = new LinkedHashMap<>();
        each((element, id) -> names.put(id, named(element, id, words)));
        return names;
    }

    /** The same model with those names in the reader's words. */
    String translated(UnaryOperator<String> words) {
        each((element, id) -> element.setAttribute("name", named(element, id, words)));
        try {
            StringWriter text = new StringWriter();
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(model), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new IllegalStateException("A deployed model cannot be written", e);
        }
    }

    private static String named(Element element, String id, UnaryOperator<String> words) {
        String called = element.getAttribute("calledElement");
        String key = called.isEmpty() ? id : called;
        String name = words.apply(key);
        return name.equals(key) ? element.getAttribute("name") : name;
    }

    private void each(BiConsumer<Element, String> work) {
        NodeList elements = model.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (RECOGNISED.contains(element.getLocalName())
                    && !element.getAttribute("id").isEmpty()) {
                work.accept(element, element.getAttribute("id"));
            }
        }
    }
}
