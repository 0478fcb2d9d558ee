package io.pilotage.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;

/** The files of the business as they lie in the project: models, decision tables, forms, texts, sources. */
final class Project {

    private final Path root;

    Project(Path root) {
        this.root = root;
    }

    Map<String, BpmnModelInstance> models() {
        return read("processes", ".bpmn", file -> Bpmn.readModelFromFile(file.toFile()));
    }

    Map<String, DmnModelInstance> tables() {
        return read("processes", ".dmn", file -> Dmn.readModelFromFile(file.toFile()));
    }

    Map<String, JsonNode> forms() {
        return read("forms", ".form", file -> {
            try {
                return new ObjectMapper().readTree(file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** German texts of all forms by key. */
    Properties germanFormTexts() {
        Properties texts = new Properties();
        files("src/main/resources/forms", "_de.properties").forEach(file -> {
            try (var reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }

    /** All product code as one text, to see whether a name is used anywhere. */
    String sources() {
        return files("src/main/java", ".java").stream().map(Project::text).collect(Collectors.joining("\n"));
    }

    private <T> Map<String, T> read(String folder, String ending, java.util.function.Function<Path, T> reader) {
        Map<String, T> found = new TreeMap<>();
        files(folder, ending).forEach(file -> found.put(root.relativize(file).toString(), reader.apply(file)));
        return found;
    }

    private List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
