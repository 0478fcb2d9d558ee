package io.pilotage.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BusinessRuleTask;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.springframework.core.io.ClassPathResource;

/** The words of cases: equal to the models, and none missing. */
class CaseTextTests {

    private static final Pattern REQUIREMENT =
            Pattern.compile("<text>\"((?:accountable:[a-z-]+)|(?:[a-z]+[A-Z][a-zA-Z0-9]+))\"</text>");

    @Test
    void tasksTablesAndProcessesAreNamedAsInTheModels() throws IOException {
        Map<String, String> models = new TreeMap<>();
        for (Path model : files("processes", ".bpmn")) {
            BpmnModelInstance read = Bpmn.readModelFromFile(model.toFile());
            read.getModelElementsByType(UserTask.class)
                    .forEach(task -> models.put("task." + task.getId(), task.getName()));
            read.getModelElementsByType(BusinessRuleTask.class)
                    .forEach(step -> models.put("task." + step.getId(), step.getName()));
            read.getModelElementsByType(Process.class)
                    .forEach(process -> models.put("process." + process.getId(), process.getName()));
        }
        for (Path file : files("processes", ".dmn")) {
            Dmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(Decision.class)
                    .forEach(table -> models.put("table." + table.getId(), table.getName()));
        }
        Map<String, String> texts = new TreeMap<>();
        texts("tasks").forEach((key, text) -> texts.put(key.toString(), text.toString()));
        assertThat(models).isNotEmpty();
        assertThat(texts).containsExactlyInAnyOrderEntriesOf(models);
    }

    @Test
    void everyCodeHasWords() throws IOException {
        Set<String> keys = texts("pilot").stringPropertyNames();
        List<String> wanted = new ArrayList<>();
        Arrays.stream(Phase.values()).forEach(phase -> wanted.add("phase." + phase.process()));
        Arrays.stream(Gate.values()).forEach(gate -> wanted.add("gate." + gate.name()));
        Arrays.stream(GateOutcome.values()).forEach(outcome -> wanted.add("outcome." + outcome.code()));
        Arrays.stream(PilotStatus.values()).forEach(status -> wanted.add("status." + status.name()));
        Arrays.stream(Tier.values()).forEach(tier -> wanted.add("tier." + tier.code()));
        Arrays.stream(StallReason.values()).forEach(reason -> wanted.add("reason." + reason.code()));
        REQUIREMENT
                .matcher(Files.readString(Path.of("processes/pilot/gateRequirements.dmn")))
                .results()
                .forEach(named -> wanted.add("requirement." + named.group(1).replace(':', '.')));
        assertThat(wanted).contains("requirement.accountable.bu-sponsor", "requirement.baselineMeasured");
        assertThat(keys).containsAll(wanted.stream().map("pilot."::concat).toList());
        assertThat(texts("site").stringPropertyNames())
                .containsAll(Arrays.stream(Role.values())
                        .map(role -> "site.role." + role.group())
                        .toList());
    }

    @Test
    void everyTextOfThePagesExists() throws IOException {
        Set<String> used = files("src/main/resources/templates/pilot", ".html").stream()
                .flatMap(file -> Pattern.compile("#\\{(pilot\\.[a-zA-Z.]+[a-zA-Z])[(}]")
                        .matcher(read(file))
                        .results())
                .map(text -> text.group(1))
                .collect(Collectors.toSet());
        assertThat(used).isNotEmpty();
        assertThat(texts("pilot").stringPropertyNames()).containsAll(used);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                new ClassPathResource("messages/" + name + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
