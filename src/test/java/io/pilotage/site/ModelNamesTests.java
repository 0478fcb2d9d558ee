package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.instance.BaseElement;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Names of tasks, processes and filters in another language than the models'. */
class ModelNamesTests {

    private static final String TASKS = """
            {"_embedded":{"task":[{"name":"Accept accountability","taskDefinitionKey":"acceptAccountability",
            "_embedded":{"processDefinition":[{"key":"discovery","name":"Discovery","resource":"x.bpmn"}]}}]},
            "name":"Overdue","count":1}""";

    @Test
    void everyTaskAndProcessHasAGermanName() throws IOException {
        var named = new TreeSet<>(
                ResourceBundle.getBundle("messages/names", Locale.GERMAN).keySet());
        named.removeIf(key -> !key.startsWith("task.") && !key.startsWith("process."));
        assertThat(named).isEqualTo(inTheModels());
    }

    @Test
    void everythingElseOnADrawingHasAGermanName() throws IOException {
        var named = new TreeSet<>(
                ResourceBundle.getBundle("messages/names", Locale.GERMAN).keySet());
        named.removeIf(key -> !key.startsWith("element."));
        assertThat(named).isEqualTo(drawnBesides());
    }

    @Test
    void drawingInTheTaskListIsNamedInThePersonsLanguage() throws Exception {
        String model = Files.readString(Path.of("processes/discovery/discovery.bpmn"));
        String answer = answerTo(
                "/operaton/api/engine/engine/default/process-definition/discovery:1:1/xml",
                "de",
                new ObjectMapper().createObjectNode().put("bpmn20Xml", model).toString());
        assertThat(new ObjectMapper().readTree(answer).path("bpmn20Xml").asText())
                .contains("name=\"Verantwortung angenommen?\"", "name=\"Verantwortung annehmen\"", "name=\"Frist\"")
                .doesNotContain("name=\"Deadline\"");
    }

    @Test
    void taskListIsNamedInThePersonsLanguage() throws Exception {
        assertThat(answerTo("/operaton/api/engine/engine/default/filter/1/list", "de"))
                .contains("Verantwortung annehmen", "Erkundung", "Überfällig")
                .doesNotContain("Accept accountability");
    }

    @Test
    void englishIsLeftAsItIs() throws Exception {
        assertThat(answerTo("/operaton/api/engine/engine/default/filter/1/list", "en"))
                .isEqualTo(TASKS);
    }

    @Test
    void answersWithoutNamesAreNotTouched() throws Exception {
        assertThat(answerTo("/operaton/api/engine/engine/default/task/1/deployed-form", "de"))
                .isEqualTo(TASKS);
    }

    private static String answerTo(String address, String language) throws Exception {
        return answerTo(address, language, TASKS);
    }

    private static String answerTo(String address, String language, String answered) throws Exception {
        var request = new MockHttpServletRequest("GET", address);
        request.setCookies(new Cookie(LanguageConfiguration.COOKIE, language));
        var response = new MockHttpServletResponse();
        response.setCharacterEncoding("UTF-8");
        new ModelNamesFilter(new LanguageConfiguration().localeResolver(false), new ObjectMapper())
                .doFilter(request, response, (asked, answer) -> {
                    answer.setContentType("application/hal+json");
                    answer.getOutputStream().write(answered.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                });
        return response.getContentAsString();
    }

    private static TreeSet<String> inTheModels() throws IOException {
        var names = new TreeSet<String>();
        try (var models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String text = Files.readString(model);
                for (String kind : List.of("process:process", "userTask:task")) {
                    var element = Pattern.compile("<bpmn:" + kind.split(":")[0] + " id=\"([^\"]+)\"");
                    element.matcher(text)
                            .results()
                            .forEach(found -> names.add(kind.split(":")[1] + "." + found.group(1)));
                }
            }
        }
        return names;
    }

    /** Every name on a drawing that is neither a task's nor a process's own, with the prefix of its translation. */
    private static TreeSet<String> drawnBesides() throws IOException {
        var names = new TreeSet<String>();
        var ignored = List.of("userTask", "callActivity", "process", "message");
        try (var models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(BaseElement.class).stream()
                        .filter(element ->
                                !ignored.contains(element.getElementType().getTypeName()))
                        .map(element -> element.getAttributeValue("name"))
                        .filter(name -> name != null && !name.isBlank())
                        .forEach(name -> names.add("element." + name));
            }
        }
        return names;
    }
}
