package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.DemoUsers;
import io.pilotage.identity.Role;
import io.pilotage.security.JaxRsEndpoints.Endpoint;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Who may do what: every address found by code, asked by everybody, held against a reviewed file. An address without a
 * row fails. What was seen is written to {@code target/}, so that a reviewer compares the two.
 */
@PilotageTest
@TestInstance(Lifecycle.PER_CLASS)
class WhoMayDoWhatLongRun {

    private static final Path EXPECTED = Path.of("src/test/resources/io/pilotage/security/who-may-do-what.txt");
    private static final Path SEEN = Path.of("target/who-may-do-what.txt");
    private static final String NO_ROLE = "no-role";
    private static final String VICTIM = "victim";
    private static final String UNKNOWN = "unknown";
    private static final int AT_ONCE = 8;

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApplicationContext context;

    private Samples samples;
    private final List<Asker> unknown = new ArrayList<>();
    private final Map<String, Asker> known = new LinkedHashMap<>();

    @BeforeAll
    void everybodySignsIn() {
        samples = new Samples(cases, engine);
        IdentityService identity = engine.getIdentityService();
        for (String person : List.of(NO_ROLE, VICTIM, "disabled")) {
            User user = identity.newUser(person);
            user.setPassword(DemoUsers.PASSWORD);
            identity.saveUser(user);
        }
        identity.deleteUser("disabled");
        unknown.add(Asker.nobody(port, "anonymous"));
        unknown.add(Asker.nobody(port, "stale").withCookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF"));
        Arrays.stream(Role.values()).forEach(role -> known.put(role.group(), Asker.signedIn(port, role.group())));
        known.put(NO_ROLE, Asker.signedIn(port, NO_ROLE));
    }

    @AfterAll
    void theOneWithoutARoleLeaves() {
        engine.getIdentityService().deleteUser(NO_ROLE);
        engine.getIdentityService().deleteUser(VICTIM);
    }

    @Test
    void everyAddressAnswersEverybodyAsReviewed() throws IOException {
        Set<Endpoint> all = new TreeSet<>(Addresses.ofControllers(context));
        all.addAll(Addresses.ofWebApplications());
        all.addAll(Addresses.ofEngine());
        Map<Endpoint, Map<String, String>> seen = askAll(all, known.values());
        Rows rows = Rows.of(seen);
        Files.writeString(SEEN, rows.text());
        System.out.println(all.size() + " addresses, " + (known.size() + unknown.size()) + " callers");
        assertThat(all).hasSizeGreaterThan(500);
        assertThat(faults(seen)).as("answered with a fault").isEmpty();
        assertThat(rows.lines()).isEqualTo(Rows.read(EXPECTED).lines());
    }

    @Test
    void theCopiesOfTheEngineAnswerAsTheEngine() throws IOException {
        Map<String, String> expected = Rows.read(EXPECTED).byEndpoint();
        List<Asker> some = List.of(known.get("bu-sponsor"), known.get("process-admin"), known.get(NO_ROLE));
        Map<Endpoint, Map<String, String>> seen = askAll(Addresses.copiesOfEngine(), some);
        assertThat(faults(seen)).isEmpty();
        Set<String> otherwise = new TreeSet<>();
        seen.forEach((endpoint, answers) -> {
            String original = endpoint.method() + " "
                    + endpoint.path()
                            .replaceFirst("^(/engine-rest|/operaton/api/engine)/engine/\\{name}", "/engine-rest");
            answers.forEach((who, status) -> {
                boolean closedToRoleless =
                        who.equals(NO_ROLE) && endpoint.path().startsWith("/operaton");
                String right = closedToRoleless ? "403" : Rows.status(expected.get(original), who);
                if (!right.equals(status)) {
                    otherwise.add(endpoint + " " + who + ": " + status + " instead of " + right);
                }
            });
        });
        assertThat(otherwise).isEmpty();
    }

    @Test
    void nothingChangesWithoutTheTokenOfThePage() {
        Asker forged = Asker.signedIn(port, "process-admin").withoutTokens();
        Set<Endpoint> changing = new TreeSet<>(Addresses.ofControllers(context));
        changing.addAll(Addresses.ofWebApplications());
        changing.addAll(Addresses.copiesOfEngine());
        changing.removeIf(endpoint -> Set.of("GET", "OPTIONS", "HEAD").contains(endpoint.method())
                || endpoint.path().startsWith("/engine-rest")
                || endpoint.path().equals("/error")
                || endpoint.path().endsWith("/logout"));
        Map<Endpoint, CompletableFuture<String>> answers = new TreeMap<>();
        Semaphore places = new Semaphore(AT_ONCE);
        changing.forEach(endpoint -> answers.put(endpoint, ask(forged, endpoint, places)));
        assertThat(changing).hasSizeGreaterThan(200);
        assertThat(answers.entrySet().stream()
                        .filter(answer -> !answer.getValue().join().matches("401|403"))
                        .map(answer -> answer.getKey() + " " + answer.getValue().join()))
                .isEmpty();
    }

    private Map<Endpoint, Map<String, String>> askAll(Set<Endpoint> endpoints, Collection<Asker> askers) {
        Semaphore places = new Semaphore(AT_ONCE);
        Map<Endpoint, Map<String, CompletableFuture<String>>> asked = new TreeMap<>();
        int turn = 0;
        for (Endpoint endpoint : endpoints) {
            if (endpoint.path().endsWith("/logout")) {
                continue;
            }
            Map<String, CompletableFuture<String>> answers = new LinkedHashMap<>();
            for (Asker nobody : unknownOnes(turn++)) {
                answers.put(nobody.name(), ask(nobody, endpoint, places));
            }
            askers.forEach(somebody -> answers.put(somebody.name(), ask(somebody, endpoint, places)));
            asked.put(endpoint, answers);
        }
        Map<Endpoint, Map<String, String>> seen = new TreeMap<>();
        asked.forEach((endpoint, answers) -> {
            Map<String, String> merged = new LinkedHashMap<>();
            Set<String> ofUnknown = new TreeSet<>();
            answers.forEach((who, status) -> {
                if (known.containsKey(who)) {
                    merged.put(who, status.join());
                } else {
                    ofUnknown.add(status.join());
                }
            });
            merged.put(UNKNOWN, String.join("/", ofUnknown));
            seen.put(endpoint, merged);
        });
        return seen;
    }

    /** Nobody in four ways; the wrong passwords are all tried on one name, because the engine locks it. */
    private List<Asker> unknownOnes(int turn) {
        List<Asker> all = new ArrayList<>(unknown);
        all.add(Asker.nobody(port, "wrong password").withPassword(VICTIM, "wrong"));
        all.add(Asker.nobody(port, "disabled").withPassword("disabled" + turn % 40, DemoUsers.PASSWORD));
        return all;
    }

    private CompletableFuture<String> ask(Asker asker, Endpoint endpoint, Semaphore places) {
        places.acquireUninterruptibly();
        boolean body = Set.of("POST", "PUT").contains(endpoint.method());
        return asker.later(endpoint.method(), samples.fill(endpoint.path()), body ? "{}" : null)
                .whenComplete((response, fault) -> places.release())
                .thenApply(response -> String.valueOf(response.statusCode()));
    }

    private static List<String> faults(Map<Endpoint, Map<String, String>> seen) {
        return seen.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .filter(answer -> answer.getValue().matches(".*5\\d\\d.*"))
                        .map(answer -> row.getKey() + " " + answer.getKey() + " " + answer.getValue()))
                .collect(Collectors.toList());
    }
}
