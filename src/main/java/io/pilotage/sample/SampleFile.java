package io.pilotage.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads the sample portfolio: the usual answers of each task in {@code sample/answers.yaml}, the pilots in
 * {@code sample/pilots.yaml}.
 */
final class SampleFile {

    private SampleFile() {}

    static List<SamplePilot> pilots() {
        List<SamplePilot> pilots = new ArrayList<>();
        for (Object pilot : (List<?>) read("sample/pilots.yaml").getOrDefault("pilots", List.of())) {
            pilots.add(new ObjectMapper().convertValue(withDefaults((Map<?, ?>) pilot), SamplePilot.class));
        }
        return pilots;
    }

    /** The usual answers by task, by name without the form's prefix. */
    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Object>> answers() {
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        read("sample/answers.yaml").forEach((task, given) -> answers.put(task, (Map<String, Object>) given));
        return answers;
    }

    private static Map<String, Object> withDefaults(Map<?, ?> pilot) {
        Map<String, Object> all =
                new LinkedHashMap<>(Map.of("pace", 2, "stopAt", List.of(), "words", Map.of(), "answers", Map.of()));
        pilot.forEach((key, value) -> all.put(String.valueOf(key), value));
        return all;
    }

    private static Map<String, Object> read(String file) {
        try (InputStream stream = new ClassPathResource(file).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
        } catch (IOException e) {
            throw new IllegalStateException("The sample portfolio cannot be read: " + file, e);
        }
    }
}
