package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.testing.Caller;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alert rules ask for what is there, in a language that Prometheus reads. */
@PilotageTest
class DashboardTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ALERTS = Path.of("docker/prometheus/alerts.yaml");
    private static final Path DASHBOARD = Path.of("docker/grafana/pilotage.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:pilotage|http|hikaricp|jvm)_[a-z0-9_]+");

    private static final Pattern CHOSEN = Pattern.compile("(" + METRIC.pattern() + ")\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+) *(=~|!~|!=|=) *\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");

    @Autowired
    FiguresNow figures;

    @LocalServerPort
    int port;

    @Test
    void everyMetricThatIsNamedExists() throws IOException {
        Caller admin = Caller.session(port, "process-admin");
        admin.page("/portfolio");
        figures.forget();
        Set<String> named = new TreeSet<>();
        expressions()
                .forEach(expression -> METRIC.matcher(expression).results().forEach(name -> named.add(name.group())));
        assertThat(named).hasSizeGreaterThan(12);
        assertThat(Scrape.of(admin).names()).containsAll(named);
    }

    /** A name that is there with a state that nobody ever says would never ring. */
    @Test
    void everyLabelThatIsNamedExistsWithItsValue() throws IOException {
        Caller admin = Caller.session(port, "process-admin");
        admin.page("/portfolio");
        figures.forget();
        Scrape scrape = Scrape.of(admin);
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String expression : expressions()) {
            for (MatchResult chosen : CHOSEN.matcher(expression).results().toList()) {
                for (MatchResult label :
                        LABEL.matcher(chosen.group(2)).results().toList()) {
                    boolean exact = label.group(2).equals("=");
                    String value = exact ? label.group(3) : "";
                    named++;
                    if (!scrape.has(chosen.group(1), label.group(1) + "=\"" + value + (exact ? "\"" : ""))) {
                        missing.add(expression + ": " + label.group());
                    }
                }
            }
            for (MatchResult grouped : GROUPED.matcher(expression).results().toList()) {
                String metric = METRIC.matcher(expression)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group();
                for (String label : grouped.group(1).split(", *")) {
                    // Prometheus itself adds which node said it.
                    if (!label.equals("instance") && !scrape.has(metric, label + "=\"")) {
                        missing.add(expression + ": " + label);
                    }
                }
            }
        }
        assertThat(named).isGreaterThan(8);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFigureOfOursIsOnTheDashboard() throws IOException {
        String dashboard = Files.readString(DASHBOARD);
        Set<String> ours = Scrape.of(Caller.session(port, "process-admin")).ours();
        ours.remove("pilotage_figures_readable");
        assertThat(ours).isNotEmpty().allSatisfy(name -> assertThat(dashboard).contains(name));
    }

    @Test
    void everyExpressionIsPromql() throws IOException, InterruptedException {
        assertThat(expressions()).hasSizeGreaterThan(20);
        assertThat(broken(expressions())).isBlank();
        assertThat(broken(List.of("max(pilotage_jobs{state=)"))).isNotBlank();
    }

    @Test
    void everyAlertSaysWhatItMeansAndWhatToDo() throws IOException {
        for (Map<String, ?> rule : rules()) {
            assertThat((String) rule.get("alert")).startsWith("Pilotage");
            assertThat(map(rule.get("labels")).get("severity")).isIn("warning", "critical");
            Map<String, ?> annotations = map(rule.get("annotations"));
            for (String said : List.of("summary", "action")) {
                assertThat((String) annotations.get(said))
                        .as("%s of %s", said, rule.get("alert"))
                        .hasSizeGreaterThan(30)
                        .endsWith(".");
            }
        }
    }

    @Test
    void theScrapeConfigurationAsksWhereTheFiguresAre() throws IOException {
        Map<String, ?> settings = new Yaml().load(Files.readString(Path.of("docker/prometheus/prometheus.yaml")));
        assertThat(settings.toString())
                .contains("metrics_path=/actuator/prometheus", "job_name=pilotage", "rule_files=[alerts.yaml]");
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        rules().forEach(rule -> expressions.add((String) rule.get("expr")));
        for (JsonNode panel : JSON.readTree(DASHBOARD.toFile()).path("panels")) {
            assertThat(panel.path("targets")).as(panel.path("title").asText()).isNotEmpty();
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
        }
        return expressions;
    }

    private static List<Map<String, ?>> rules() throws IOException {
        Map<String, List<Map<String, List<Map<String, ?>>>>> file = new Yaml().load(Files.readString(ALERTS));
        return file.get("groups").get(0).get("rules");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(Object value) {
        return (Map<String, ?>) value;
    }

    private static String broken(List<String> expressions) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "src/test/node/parsePromql.mjs")
                .redirectErrorStream(true)
                .start();
        try (var input = node.getOutputStream()) {
            input.write(JSON.writeValueAsBytes(expressions));
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }
}
