package io.pilotage.dossier;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Set;

/** Draws a model as its author laid it out, with the way that a case took: ticked where it passed, framed where it stands. */
final class ModelDrawing {

    private static final Color INK = new Color(0x1f2933);
    private static final Color FAINT = new Color(0x9aa5b1);
    private static final Color PASSED = new Color(0xdcefe4);
    private static final Color PASSED_LINE = new Color(0x1b6b45);
    private static final Color OPEN = new Color(0xfdf0d5);
    private static final Color OPEN_LINE = new Color(0x9a5b00);
    private static final double LETTER = 12;

    private final ModelLayout layout;
    private final Set<String> passed;
    private final Set<String> open;
    private final Lettering lettering;

    ModelDrawing(ModelLayout layout, Set<String> passed, Set<String> open, Lettering lettering) {
        this.layout = layout;
        this.passed = passed;
        this.open = open;
        this.lettering = lettering;
    }

    /** Draws into a frame of this size, as large as fits. */
    void draw(Graphics2D canvas, double width, double height) {
        Graphics2D drawing = (Graphics2D) canvas.create();
        Rectangle2D bounds = layout.bounds();
        double scale = Math.min(width / bounds.getWidth(), height / bounds.getHeight());
        drawing.scale(scale, scale);
        drawing.translate(-bounds.getX(), -bounds.getY());
        layout.flows().forEach(flow -> flow(drawing, flow));
        layout.nodes().forEach(node -> node(drawing, node));
        layout.flows().forEach(flow -> label(drawing, flow.name(), flow.label()));
        drawing.dispose();
    }

    private void flow(Graphics2D drawing, ModelLayout.Flow flow) {
        boolean travelled = isTravelled(flow.source()) && isTravelled(flow.target());
        drawing.setColor(travelled ? INK : FAINT);
        drawing.setStroke(new BasicStroke(travelled ? 2f : 1.2f));
        List<Point2D> points = flow.points();
        Path2D line = new Path2D.Double();
        line.moveTo(points.get(0).getX(), points.get(0).getY());
        points.stream().skip(1).forEach(point -> line.lineTo(point.getX(), point.getY()));
        drawing.draw(line);
        drawing.fill(arrow(points.get(points.size() - 2), points.get(points.size() - 1)));
    }

    private void node(Graphics2D drawing, ModelLayout.Node node) {
        Rectangle2D box = node.bounds();
        boolean task = node.kind().endsWith("Task") || node.kind().equals("callActivity");
        boolean frame = node.kind().equals("subProcess");
        Shape shape = node.kind().endsWith("Event")
                ? new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight())
                : node.kind().endsWith("Gateway")
                        ? diamond(box)
                        : new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 16, 16);
        if (!frame) {
            drawing.setColor(fill(node.id()));
            drawing.fill(shape);
        }
        drawing.setColor(line(node.id()));
        drawing.setStroke(
                new BasicStroke(node.kind().equals("endEvent") ? 3.5f : isTravelled(node.id()) ? 2.2f : 1.2f));
        drawing.draw(shape);
        sign(drawing, node);
        if (task) {
            words(drawing, node.name(), box);
        } else if (frame) {
            drawing.setColor(INK);
            lettering.centred(drawing, node.name(), box.getCenterX(), box.getY() + 18, LETTER);
        } else {
            label(drawing, node.name(), node.label());
        }
        if (open.contains(node.id())) {
            drawing.setStroke(new BasicStroke(2.2f));
            drawing.draw(new RoundRectangle2D.Double(
                    box.getX() - 5, box.getY() - 5, box.getWidth() + 10, box.getHeight() + 10, 20, 20));
        } else if (task && passed.contains(node.id())) {
            tick(drawing, box);
        }
    }

    /** What kind of gateway or event it is, told without colour. */
    private void sign(Graphics2D drawing, ModelLayout.Node node) {
        Rectangle2D box = node.bounds();
        double x = box.getCenterX();
        double y = box.getCenterY();
        double r = box.getWidth() / 5;
        Path2D sign = new Path2D.Double();
        switch (node.kind()) {
            case "exclusiveGateway" -> cross(sign, x, y, r);
            case "parallelGateway" -> plus(sign, x, y, r * 1.3);
            case "inclusiveGateway", "eventBasedGateway" ->
                sign.append(new Ellipse2D.Double(x - r * 1.2, y - r * 1.2, r * 2.4, r * 2.4), false);
            case "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent" ->
                sign.append(
                        new Ellipse2D.Double(box.getX() + 3, box.getY() + 3, box.getWidth() - 6, box.getHeight() - 6),
                        false);
            default -> {
                // Tasks and plain events are told by their shape.
            }
        }
        if (node.isTimer()) {
            sign.append(new Ellipse2D.Double(x - r * 1.4, y - r * 1.4, r * 2.8, r * 2.8), false);
            sign.moveTo(x, y - r);
            sign.lineTo(x, y);
            sign.lineTo(x + r * 0.8, y);
        }
        drawing.setStroke(new BasicStroke(1.4f));
        drawing.draw(sign);
    }

    private void words(Graphics2D drawing, String name, Rectangle2D box) {
        drawing.setColor(INK);
        double size = LETTER;
        List<String> lines = lettering.lines(name, size, box.getWidth() - 10);
        while (lines.size() * size * 1.2 > box.getHeight() - 6 && size > 6) {
            size -= 0.5;
            lines = lettering.lines(name, size, box.getWidth() - 10);
        }
        double y = box.getCenterY() - (lines.size() - 1) * size * 0.6 + size * 0.35;
        for (String line : lines) {
            lettering.centred(drawing, line, box.getCenterX(), y, size);
            y += size * 1.2;
        }
    }

    private void label(Graphics2D drawing, String name, Rectangle2D box) {
        if (name.isEmpty()) {
            return;
        }
        drawing.setColor(INK);
        double y = box.getY() + LETTER * 0.8;
        for (String line : lettering.lines(name, LETTER * 0.9, Math.max(box.getWidth(), 60))) {
            lettering.centred(drawing, line, box.getCenterX(), y, LETTER * 0.9);
            y += LETTER * 1.08;
        }
    }

    private boolean isTravelled(String id) {
        return passed.contains(id) || open.contains(id);
    }

    private Color fill(String id) {
        return open.contains(id) ? OPEN : passed.contains(id) ? PASSED : Color.WHITE;
    }

    private Color line(String id) {
        return open.contains(id) ? OPEN_LINE : passed.contains(id) ? PASSED_LINE : FAINT;
    }

    private static void tick(Graphics2D drawing, Rectangle2D box) {
        Path2D tick = new Path2D.Double();
        tick.moveTo(box.getX() + 6, box.getY() + 11);
        tick.lineTo(box.getX() + 10, box.getY() + 15);
        tick.lineTo(box.getX() + 17, box.getY() + 6);
        drawing.setColor(PASSED_LINE);
        drawing.setStroke(new BasicStroke(2.2f));
        drawing.draw(tick);
    }

    private static void cross(Path2D sign, double x, double y, double r) {
        sign.moveTo(x - r, y - r);
        sign.lineTo(x + r, y + r);
        sign.moveTo(x - r, y + r);
        sign.lineTo(x + r, y - r);
    }

    private static void plus(Path2D sign, double x, double y, double r) {
        sign.moveTo(x - r, y);
        sign.lineTo(x + r, y);
        sign.moveTo(x, y - r);
        sign.lineTo(x, y + r);
    }

    private static Shape diamond(Rectangle2D box) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(box.getCenterX(), box.getY());
        diamond.lineTo(box.getMaxX(), box.getCenterY());
        diamond.lineTo(box.getCenterX(), box.getMaxY());
        diamond.lineTo(box.getX(), box.getCenterY());
        diamond.closePath();
        return diamond;
    }

    private static Shape arrow(Point2D from, Point2D to) {
        double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(to.getX(), to.getY());
        for (double side : new double[] {-0.4, 0.4}) {
            arrow.lineTo(to.getX() - 10 * Math.cos(angle + side), to.getY() - 10 * Math.sin(angle + side));
        }
        arrow.closePath();
        return arrow;
    }
}
