package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.security.JaxRsEndpoints.Endpoint;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Who may do what, by a reviewed file: every address that is found by code has a row there. Our own addresses are asked
 * by everybody, the engine's by one caller of each kind; {@link WhoMayDoWhatLongRun} asks all by everybody.
 */
@PilotageTest
@TestInstance(Lifecycle.PER_CLASS)
class WhoMayDoWhatTests {

    private static final Path SEEN = Path.of("target/who-may-do-what-here.txt");

    /** Of each kind one: who decides, who administers, who only reads, who has no role; and nobody. */
    private static final String[] OF_EACH_KIND = {"decision-owner", "process-admin", "audit-read", Everybody.NO_ROLE};

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApplicationContext context;

    private Everybody everybody;

    @BeforeAll
    void everybodySignsIn() {
        everybody = new Everybody(port, engine, new Samples(cases, engine));
    }

    @BeforeEach
    void aNewCaseIsThere() {
        everybody.askFor(new Samples(cases, engine));
    }

    @AfterAll
    void everybodyLeaves() {
        everybody.close();
    }

    @Test
    void everyAddressHasARowAndEveryRowAnAddress() throws IOException {
        Set<String> found = Everybody.asking(Addresses.all(context)).stream()
                .map(Endpoint::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).hasSizeGreaterThan(500);
        assertThat(Rows.reviewed().byEndpoint().keySet())
                .as(
                        "run WhoMayDoWhatLongRun, and review the rows that target/who-may-do-what.txt has for new addresses")
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void ourAddressesAnswerEverybodyAsReviewed() throws IOException {
        Set<Endpoint> ours = Addresses.ofControllers(context);
        ours.addAll(Addresses.ofWebApplications());
        Map<Endpoint, Map<String, String>> seen = everybody.ask(ours, everybody.known());
        System.out.println("who may do what: n=" + seen.size() + " addresses x " + everybody.size() + " callers");
        Files.writeString(SEEN, Rows.of(seen).text());
        holdAgainstTheReviewedFile(seen);
    }

    @Test
    void theEngineAnswersOneCallerOfEachKindAsReviewed() throws IOException {
        Map<Endpoint, Map<String, String>> seen = everybody.ask(Addresses.ofEngine(), everybody.known(OF_EACH_KIND));
        System.out.println(
                "who may ask the engine: n=" + seen.size() + " addresses x " + (OF_EACH_KIND.length + 4) + " callers");
        holdAgainstTheReviewedFile(seen);
    }

    @Test
    void nothingChangesWithoutTheTokenOfThePage() {
        Asker forged = Asker.signedIn(port, "process-admin").withoutTokens();
        Set<Endpoint> changing = Addresses.ofControllers(context);
        changing.addAll(Addresses.ofWebApplications());
        changing.addAll(Addresses.copiesOfEngine());
        changing.removeIf(endpoint -> Set.of("GET", "OPTIONS", "HEAD").contains(endpoint.method())
                || endpoint.path().startsWith("/engine-rest")
                || endpoint.path().equals("/error")
                || endpoint.path().endsWith("/logout"));
        Map<Endpoint, CompletableFuture<String>> answers = new TreeMap<>();
        Semaphore places = new Semaphore(8);
        changing.forEach(endpoint -> answers.put(endpoint, everybody.ask(forged, endpoint, places)));
        assertThat(changing).hasSizeGreaterThan(200);
        assertThat(answers.entrySet().stream()
                        .filter(answer -> !answer.getValue().join().matches("401|403"))
                        .map(answer -> answer.getKey() + " " + answer.getValue().join()))
                .isEmpty();
    }

    private static void holdAgainstTheReviewedFile(Map<Endpoint, Map<String, String>> seen) throws IOException {
        Map<String, String> reviewed = Rows.reviewed().byEndpoint();
        Set<String> otherwise = new TreeSet<>();
        seen.forEach((endpoint, answers) -> answers.forEach((who, status) -> {
            String right = Rows.status(reviewed.get(endpoint.toString()), who);
            if (!right.equals(status)) {
                otherwise.add(endpoint + " " + who + ": " + status + " instead of " + right);
            }
        }));
        assertThat(Everybody.faults(seen)).as("answered with a fault").isEmpty();
        assertThat(otherwise).isEmpty();
    }
}
