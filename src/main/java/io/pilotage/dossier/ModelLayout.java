package io.pilotage.dossier;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Where the parts of a model lie on its drawing (BPMN diagram interchange), in the units of the Modeler. */
final class ModelLayout {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final double MARGIN = 20;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Rectangle2D bounds;

    /**
     * A task, event, gateway or frame.
     *
     * @param kind name of the BPMN element, such as {@code userTask}
     * @param label where the name stands when it does not stand inside
     */
    record Node(String id, String kind, String name, boolean isTimer, Rectangle2D bounds, Rectangle2D label) {}

    /** A line from one node to another, bent at its points. */
    record Flow(String source, String target, String name, List<Point2D> points, Rectangle2D label) {}

    /** @throws IllegalStateException when the model cannot be read or is drawn nowhere */
    ModelLayout(String xml) {
        Document model = parse(xml);
        Map<String, Element> elements = new HashMap<>();
        NodeList all = model.getElementsByTagNameNS(MODEL, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            elements.put(element.getAttribute("id"), element);
        }
        for (Element shape : list(model, "BPMNShape")) {
            Element element = elements.get(shape.getAttribute("bpmnElement"));
            if (element != null) {
                nodes.add(node(element, shape));
            }
        }
        for (Element edge : list(model, "BPMNEdge")) {
            Element element = elements.get(edge.getAttribute("bpmnElement"));
            if (element != null) {
                flows.add(flow(element, edge));
            }
        }
        // What lies inside a frame, or on the edge of a task, is drawn over it.
        nodes.sort(Comparator.comparingDouble(
                (Node node) -> -node.bounds().getWidth() * node.bounds().getHeight()));
        bounds = around();
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Flow> flows() {
        return flows;
    }

    Rectangle2D bounds() {
        return bounds;
    }

    private static Node node(Element element, Element shape) {
        Rectangle2D box = box(shape);
        List<Element> labels = list(shape, "BPMNLabel");
        return new Node(
                element.getAttribute("id"),
                element.getLocalName(),
                element.getAttribute("name"),
                element.getElementsByTagNameNS(MODEL, "timerEventDefinition").getLength() > 0
                        && element.getLocalName().endsWith("Event"),
                box,
                labels.isEmpty() || list(labels.get(0), "Bounds").isEmpty()
                        ? new Rectangle2D.Double(box.getCenterX() - 45, box.getMaxY() + 3, 90, 28)
                        : box(labels.get(0)));
    }

    private static Flow flow(Element element, Element edge) {
        List<Point2D> points = new ArrayList<>();
        for (Element point : list(edge, "waypoint")) {
            points.add(new Point2D.Double(number(point, "x"), number(point, "y")));
        }
        if (points.size() < 2) {
            throw new IllegalStateException("A line of a deployed model has no two ends");
        }
        List<Element> labels = list(edge, "BPMNLabel");
        Point2D middle = points.get(points.size() / 2);
        return new Flow(
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"),
                element.getAttribute("name"),
                points,
                labels.isEmpty() || list(labels.get(0), "Bounds").isEmpty()
                        ? new Rectangle2D.Double(middle.getX() - 40, middle.getY() - 16, 80, 14)
                        : box(labels.get(0)));
    }

    private Rectangle2D around() {
        Rectangle2D around = nodes.stream()
                .flatMap(node -> node.name().isEmpty()
                        ? List.of(node.bounds()).stream()
                        : List.of(node.bounds(), node.label()).stream())
                .reduce(Rectangle2D::createUnion)
                .orElseThrow(() -> new IllegalStateException("A deployed model has no drawing"));
        for (Flow flow : flows) {
            for (Point2D point : flow.points()) {
                around = around.createUnion(new Rectangle2D.Double(point.getX(), point.getY(), 0, 0));
            }
        }
        return new Rectangle2D.Double(
                around.getX() - MARGIN,
                around.getY() - MARGIN,
                around.getWidth() + 2 * MARGIN,
                around.getHeight() + 2 * MARGIN);
    }

    private static Rectangle2D box(Element owner) {
        Element box = list(owner, "Bounds").get(0);
        return new Rectangle2D.Double(number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> list(Document model, String name) {
        return elements(model.getElementsByTagNameNS(DIAGRAM, name));
    }

    private static List<Element> list(Element owner, String name) {
        return elements(owner.getElementsByTagNameNS("*", name));
    }

    private static List<Element> elements(NodeList found) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalStateException("A deployed model cannot be read", e);
        }
    }
}
