package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.security.JaxRsEndpoints.Endpoint;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every address found by code, asked by everybody, held against the reviewed file; {@link WhoMayDoWhatTests} is the short
 * form. What was seen is written to {@code target/}, so that a reviewer compares the two.
 */
@PilotageTest
class WhoMayDoWhatLongRun {

    private static final Path SEEN = Path.of("target/who-may-do-what.txt");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApplicationContext context;

    @Test
    void everyAddressAnswersEverybodyAsReviewed() throws IOException {
        try (Everybody everybody = new Everybody(port, engine, new Samples(cases, engine))) {
            Set<Endpoint> all = Addresses.all(context);
            Map<Endpoint, Map<String, String>> seen = everybody.ask(all, everybody.known());
            Rows rows = Rows.of(seen);
            Files.writeString(SEEN, rows.text());
            System.out.println("who may do what: n=" + seen.size() + " addresses x " + everybody.size() + " callers");
            assertThat(seen).hasSizeGreaterThan(500);
            assertThat(Everybody.faults(seen)).as("answered with a fault").isEmpty();
            assertThat(rows.lines()).isEqualTo(Rows.reviewed().lines());
        }
    }

    @Test
    void theCopiesOfTheEngineAnswerAsTheEngine() throws IOException {
        Map<String, String> expected = Rows.reviewed().byEndpoint();
        try (Everybody everybody = new Everybody(port, engine, new Samples(cases, engine))) {
            Collection<Asker> some = everybody.known("bu-sponsor", "process-admin", Everybody.NO_ROLE);
            Map<Endpoint, Map<String, String>> seen = everybody.ask(Addresses.copiesOfEngine(), some);
            System.out.println("copies of the engine: n=" + seen.size() + " addresses x " + some.size() + " callers");
            assertThat(Everybody.faults(seen)).isEmpty();
            Set<String> otherwise = new TreeSet<>();
            seen.forEach((endpoint, answers) -> {
                String original = endpoint.method() + " "
                        + endpoint.path()
                                .replaceFirst("^(/engine-rest|/operaton/api/engine)/engine/\\{name}", "/engine-rest");
                answers.forEach((who, status) -> {
                    boolean closedToRoleless =
                            who.equals(Everybody.NO_ROLE) && endpoint.path().startsWith("/operaton");
                    String right = closedToRoleless ? "403" : Rows.status(expected.get(original), who);
                    if (!right.equals(status)) {
                        otherwise.add(endpoint + " " + who + ": " + status + " instead of " + right);
                    }
                });
            });
            assertThat(otherwise).isEmpty();
        }
    }
}
