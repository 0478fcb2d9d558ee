package io.pilotage.workflow;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A model as it is drawn, with the names on it in the reader's language; English stands in the models themselves. */
public final class DrawnModel {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BUNDLE = "messages/names";

    private static final Set<String> RECOGNISED = Set.of(
            "userTask", "callActivity", "intermediateCatchEvent", "eventBasedGateway", "receiveTask", "endEvent");

    private final Document model;
    private final @Nullable ResourceBundle names;

    /**
     * @param xml the model
     * @param language of the reader
     */
    public DrawnModel(String xml, Locale language) {
        names = language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? null
                : ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
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

    /** Element id to name, of what people recognise: tasks, phases, what is waited for and how it ended. */
    public Map<String, String> names() {
        Map<String, String> recognised = new LinkedHashMap<>();
        for (Element element : named()) {
            if (RECOGNISED.contains(element.getLocalName()) && !isEscalation(element)) {
                recognised.put(element.getAttribute("id"), nameOf(element));
            }
        }
        return recognised;
    }

    /** The name of any one element, or empty where it has none. */
    public Optional<String> nameOf(String elementId) {
        return named().stream()
                .filter(element -> element.getAttribute("id").equals(elementId))
                .map(this::nameOf)
                .findFirst();
    }

    /** The same model with every name on it in the reader's words. */
    public String translated() {
        named().forEach(element -> element.setAttribute("name", nameOf(element)));
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

    private String nameOf(Element element) {
        String english = element.getAttribute("name");
        String called = element.getAttribute("calledElement");
        return Stream.of("process." + called, "task." + element.getAttribute("id"), "element." + english)
                .filter(key -> names != null && names.containsKey(key))
                .findFirst()
                .map(key -> Objects.requireNonNull(names).getString(key))
                .orElse(english);
    }

    /** That the next level was told belongs to the story, not to the way of the case. */
    private static boolean isEscalation(Element element) {
        return element.getLocalName().equals("endEvent")
                && element.getElementsByTagNameNS(BPMN, "messageEventDefinition")
                                .getLength()
                        > 0;
    }

    private List<Element> named() {
        List<Element> found = new ArrayList<>();
        NodeList elements = model.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (!element.getAttribute("name").isEmpty()
                    && !element.getLocalName().equals("message")) {
                found.add(element);
            }
        }
        return found;
    }
}
