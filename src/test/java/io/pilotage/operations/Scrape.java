package io.pilotage.operations;

import io.pilotage.testing.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus gets, taken apart. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("([a-z][a-zA-Z0-9_]*)(?:\\{(.*)})? (\\S+)");

    private final List<String> lines;

    private Scrape(List<String> lines) {
        this.lines = lines;
    }

    static Scrape of(Caller caller) {
        Caller.Answer answer = caller.get("/actuator/prometheus");
        if (answer.status() != 200) {
            throw new AssertionError("No figures: " + answer);
        }
        return new Scrape(
                answer.body().lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** Every name for which there is at least one sample. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        lines.forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new AssertionError("No sample: " + line);
            }
            names.add(sample.group(1));
        });
        return names;
    }

    /** Names of our own figures. */
    Set<String> ours() {
        Set<String> ours = names();
        ours.removeIf(name -> !name.startsWith("pilotage_"));
        return ours;
    }

    /** The one sample of that name and those labels. */
    double value(String name, Map<String, String> labels) {
        List<String> found = lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> labels.entrySet().stream()
                        .allMatch(label -> line.contains(label.getKey() + "=\"" + label.getValue() + "\"")))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " " + labels + " is there " + found.size() + " times: " + found);
        }
        Matcher sample = SAMPLE.matcher(found.get(0));
        return sample.matches() ? Double.parseDouble(sample.group(3)) : Double.NaN;
    }

    /** Whether there is a sample of that name with that label. @param label as in {@code state="due"}, or its beginning */
    boolean has(String name, String label) {
        return lines.stream()
                .anyMatch(line ->
                        line.startsWith(name + "{") && (line.contains("{" + label) || line.contains("," + label)));
    }

    /** All samples as they came. */
    String text() {
        return String.join("\n", lines);
    }
}
