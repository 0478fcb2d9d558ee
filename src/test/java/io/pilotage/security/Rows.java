package io.pilotage.security;

import io.pilotage.security.JaxRsEndpoints.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is answered what, as text: a line {@code unknown 401 | process-admin 400 | * 403} and below it every address that
 * answers so. {@code *} is every role that is not named in the line.
 */
final class Rows {

    private static final Path REVIEWED = Path.of("src/test/resources/io/pilotage/security/who-may-do-what.txt");
    private static final String UNKNOWN = Everybody.UNKNOWN;

    private final Map<String, Set<String>> blocks = new TreeMap<>();

    private Rows() {}

    static Rows of(Map<Endpoint, Map<String, String>> seen) {
        Rows rows = new Rows();
        seen.forEach((endpoint, answers) -> rows.blocks
                .computeIfAbsent(line(answers), line -> new TreeSet<>())
                .add(endpoint.toString()));
        return rows;
    }

    /** What was reviewed. */
    static Rows reviewed() throws IOException {
        Rows rows = new Rows();
        String block = "";
        for (String line : Files.readAllLines(REVIEWED)) {
            if (line.startsWith("= ")) {
                block = line.substring(2);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.blocks.computeIfAbsent(block, each -> new TreeSet<>()).add(line.strip());
            }
        }
        return rows;
    }

    String text() {
        return blocks.entrySet().stream()
                .map(block -> "= " + block.getKey() + "\n" + String.join("\n", block.getValue()) + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** Address by address, so that a difference is read at once. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byEndpoint().forEach((endpoint, answers) -> lines.add(endpoint + " : " + answers));
        return lines;
    }

    Map<String, String> byEndpoint() {
        Map<String, String> answers = new TreeMap<>();
        blocks.forEach((line, endpoints) -> endpoints.forEach(endpoint -> answers.put(endpoint, line)));
        return answers;
    }

    /** The status that a line promises to somebody. */
    static String status(String line, String who) {
        String others = "";
        for (String part : String.valueOf(line).split(" \\| ")) {
            int gap = part.lastIndexOf(' ');
            Set<String> named = Set.of(part.substring(0, Math.max(0, gap)).split(" "));
            if (named.contains(who)) {
                return part.substring(gap + 1);
            }
            others = named.contains("*") ? part.substring(gap + 1) : others;
        }
        return others;
    }

    private static String line(Map<String, String> answers) {
        Map<String, List<String>> byStatus = new TreeMap<>();
        answers.forEach((who, status) -> {
            if (!who.equals(UNKNOWN)) {
                byStatus.computeIfAbsent(status, each -> new ArrayList<>()).add(who);
            }
        });
        String most = byStatus.entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().size()))
                .orElseThrow()
                .getKey();
        List<String> parts = new ArrayList<>(List.of(UNKNOWN + " " + answers.get(UNKNOWN)));
        byStatus.forEach((status, who) -> {
            if (!status.equals(most)) {
                parts.add(String.join(" ", new TreeSet<>(who)) + " " + status);
            }
        });
        parts.add("* " + most);
        return String.join(" | ", parts);
    }
}
