package io.pilotage.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A person who only has a keyboard: goes through a page with Tab and says what is wrong with the way. */
public final class Keyboard {

    private static final Path SCRIPT = Path.of("src/test/resources/keyboard.js");

    /** Scrolling areas are stops as well, and are no controls. */
    private static final int BESIDES = 40;

    /** Pixels by which boxes may overlap and still stand beside or under each other. */
    private static final double SLACK = 3;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** One stop of Tab: what it is, where it stands on the page, whether it can be seen that it has the focus. */
    private record Stop(
            String name,
            int index,
            double top,
            double bottom,
            double left,
            double right,
            boolean pinned,
            boolean marked,
            String cover) {

        static Stop of(Map<?, ?> said) {
            return new Stop(
                    (String) said.get("name"),
                    ((Number) said.get("index")).intValue(),
                    number(said, "top"),
                    number(said, "bottom"),
                    number(said, "left"),
                    number(said, "right"),
                    Boolean.TRUE.equals(said.get("pinned")),
                    Boolean.TRUE.equals(said.get("marked")),
                    (String) said.get("cover"));
        }

        private static double number(Map<?, ?> said, String key) {
            return ((Number) said.get(key)).doubleValue();
        }

        /** Up is allowed only into the next column, left only into the next row. */
        boolean mayBeFollowedBy(Stop next) {
            boolean up = next.bottom <= top + SLACK && next.left < right - SLACK;
            boolean sameRow = next.top < bottom - SLACK && next.bottom > top + SLACK;
            boolean back = sameRow && next.right <= left + SLACK && next.top <= top + SLACK;
            return pinned || next.pinned || !(up || back);
        }
    }

    /**
     * Goes through the whole page, from where it opens and round to there again.
     *
     * @return what is wrong: a control without a stop, a stop that cannot be seen, an order that jumps, a trap
     */
    public List<String> walk() {
        List<?> expected = (List<?>) ask("keyboard.prepare()");
        List<Stop> stops = new ArrayList<>();
        boolean ended = false;
        for (int i = 0; i < expected.size() + BESIDES && !ended; i++) {
            page.keyboard().press("Tab");
            Object said = page.evaluate("keyboard.here()");
            if (said != null) {
                Stop here = Stop.of((Map<?, ?>) said);
                ended = !stops.isEmpty()
                        && here.index() >= 0
                        && here.index() == stops.get(0).index();
                stops.add(here);
            }
        }
        if (ended) {
            stops.remove(stops.size() - 1);
        }
        List<String> problems = problemsOf(stops);
        Set<Integer> met = new HashSet<>(stops.stream().map(Stop::index).toList());
        for (int i = 0; i < expected.size(); i++) {
            if (!met.contains(i)) {
                problems.add("never reached: " + expected.get(i));
            }
        }
        if (!ended) {
            problems.add("no way out of: " + stops.get(stops.size() - 1).name());
        }
        return problems;
    }

    /** Presses Tab until the focus is where it should be. */
    public Keyboard to(String what, Predicate<Page> there) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if (there.test(page)) {
                return this;
            }
        }
        throw new AssertionError("Tab does not lead to " + what);
    }

    /** Presses Tab until the focus is on what the selector means. */
    public Keyboard to(String selector) {
        return to(selector, at -> at.locator(selector + ":focus").count() > 0);
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    private Object ask(String question) {
        try {
            page.evaluate("() => {" + Files.readString(SCRIPT) + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.evaluate(question);
    }

    private static List<String> problemsOf(List<Stop> stops) {
        List<String> problems = new ArrayList<>();
        for (Stop stop : stops) {
            if (!stop.marked() && stop.index() >= 0) {
                problems.add("nothing shows the focus on: " + stop.name());
            }
            if (!stop.cover().isEmpty() && stop.index() >= 0) {
                problems.add("has the focus and is covered: " + stop.name() + " by " + stop.cover());
            }
        }
        List<Stop> controls = stops.stream().filter(stop -> stop.index() >= 0).toList();
        for (int i = 1; i < controls.size(); i++) {
            boolean onward = controls.get(i).index() > controls.get(i - 1).index();
            if (onward && !controls.get(i - 1).mayBeFollowedBy(controls.get(i))) {
                problems.add("the order jumps from " + controls.get(i - 1).name() + " to "
                        + controls.get(i).name());
            }
        }
        return problems;
    }
}
