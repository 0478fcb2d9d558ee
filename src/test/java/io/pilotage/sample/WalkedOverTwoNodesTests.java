package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.identity.DemoUser;
import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Browser;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.Nodes;
import io.pilotage.testing.ProductionDatabase;
import io.pilotage.testing.ReverseProxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole production stack but its containers: two nodes with the profile of production and the variables of
 * {@code docker/.env.example}, behind TLS, on a real MySQL with its two users, and people who come in by Keycloak's page.
 * One pilot travels until its rings are planned, and with {@code -P long-run} until it is adopted; on the way a node is
 * killed while somebody fills in a form.
 */
@Tag("keycloak")
class WalkedOverTwoNodesTests {

    private static final Logger LOG = LoggerFactory.getLogger(WalkedOverTwoNodesTests.class);

    private static final boolean WHOLE = Integer.getInteger("pilotage.rounds", 1) > 1;

    /** Timers are looked for more often than in production, because nobody here has time. */
    private static final List<String> HASTE = List.of(
            "--operaton.bpm.job-execution.wait-time-in-millis=100", "--operaton.bpm.job-execution.max-wait=300");

    private final ReverseProxy proxy = ReverseProxy.startWithTls();
    private final ReverseProxy login = ReverseProxy.startWithTls();
    private final ProductionDatabase production = ProductionDatabase.create(MySqlServer.shared());
    private final JdbcClient database = production.admin();
    private final Nodes nodes = new Nodes(database);
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private KeycloakServer keycloak;
    private ApplicationProcess one;
    private ApplicationProcess two;

    @BeforeEach
    void start() {
        keycloak = KeycloakServer.start(proxy.address());
        login.leadTo(keycloak.port());
        one = nodes.launch("walked-one", environment(), HASTE);
        two = nodes.launch("walked-two", environment(), HASTE);
        new DemoUsers().all().parallelStream().forEach(this::bringIn);
        proxy.leadTo(one.untilItAnswers().port(), two.untilItAnswers().port());
        nodes.await("select count(*) from ACT_ID_USER", people.size());
    }

    @AfterEach
    void stop() {
        nodes.close();
        if (keycloak != null) {
            keycloak.close();
        }
        proxy.close();
        login.close();
    }

    @Test
    void aPilotTravelsAlthoughANodeDiesAndKeycloakIsAwayForAWhile() {
        try (Walk walk = new Walk(Story.ofLowRisk("over two nodes"), new KeycloakDoor(), database, nodes, "nodes")) {
            walk.beforeHandingIn(form -> {
                        if (form.equals("signRoi") && one.isAlive()) {
                            killOne();
                        }
                        if (form.equals("planRings")) {
                            takeKeycloakAwayUntilATimerFired();
                        }
                    })
                    .afterHandingIn(form -> bringKeycloakBack());
            String pilot = walk.propose();
            List<String> path = WHOLE ? walk.travel(pilot, "ADOPTED") : walk.travelUntilDone(pilot, "planRings");

            assertThat(one.isAlive()).isFalse();
            assertThat(path.subList(0, path.indexOf("planRings") + 1))
                    .contains("decideCharter", "signRoi")
                    .hasSizeLessThanOrEqualTo(8);
            assertThat(texts("select gate from gate_decision where outcome in ('GO', 'GO_CONDITIONAL')"
                            + " group by gate order by gate"))
                    .containsExactlyElementsOf(
                            WHOLE ? List.of("G1", "G2", "G3", "G4", "G5", "G6") : List.of("G1", "G2", "G3", "G4"));
            assertThat(texts("select ID_ from ACT_RU_INCIDENT")).isEmpty();
            walk.people()
                    .values()
                    .forEach(person -> assertThat(person.problems())
                            .filteredOn(problem -> !isListOfTheDeadNode(problem))
                            .isEmpty());
            LOG.warn(
                    "WALKED: {} tasks by {} people over two nodes, one killed before G2 was signed; the nodes answered"
                            + " {} and {} requests",
                    path.size(),
                    walk.people().size(),
                    proxy.answeredBy(one.port()),
                    proxy.answeredBy(two.port()));
        }
    }

    /** Tasklist asks for its list by POST, which no proxy sends twice; if it was under way at the kill, it asks once more. */
    private static boolean isListOfTheDeadNode(String problem) {
        return problem.matches("(?s).*status of 502 .*/engine/default/filter/[0-9a-f-]+/(list|count).*");
    }

    /** What somebody has typed by then is handed in at the other node. */
    private void killOne() {
        assertThat(proxy.answeredBy(one.port())).isPositive();
        assertThat(proxy.answeredBy(two.port())).isPositive();
        one.kill();
    }

    /** Keycloak has confirmed everybody shortly before, in the time of the nodes: the grace of an hour is not over. */
    private void takeKeycloakAwayUntilATimerFired() {
        LocalDateTime reminder = database.sql("select reminder_at from task_deadline where task_id = 'planRings'")
                .query(LocalDateTime.class)
                .single();
        Duration ahead = Duration.between(nodes.now(), reminder.toInstant(ZoneOffset.UTC));
        nodes.moveBy(ahead.minusMinutes(5));
        awaitComparisonSince(nodes.now().minusSeconds(60));
        keycloak.kill();
        String fired = "select task_id from task_deadline where task_id = 'planRings' and level > 0";
        assertThat(texts(fired)).isEmpty();
        nodes.moveBy(Duration.ofMinutes(10));
        assertThat(texts(fired)).containsExactly("planRings");
    }

    /** Nobody is asked for again within five seconds of an answer that failed, and the walk soon moves by weeks. */
    private void bringKeycloakBack() {
        if (!keycloak.isAlive()) {
            keycloak.restart();
            awaitComparisonSince(nodes.now().plusSeconds(6));
        }
    }

    private void awaitComparisonSince(Instant moment) {
        nodes.await(
                "select count(*) from directory_comparison where compared_at >= '"
                        + LocalDateTime.ofInstant(moment, ZoneOffset.UTC) + "'",
                1);
    }

    private void bringIn(DemoUser user) {
        int end = user.name().lastIndexOf(' ');
        String id = keycloak.admin()
                .person(
                        user.id(),
                        user.name().substring(0, end),
                        user.name().substring(end + 1),
                        user.roles().toArray(String[]::new));
        people.put(id, user.id());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(production.environment());
        environment.put("PILOTAGE_BASE_URL", proxy.address());
        environment.put("PILOTAGE_ISSUER", login.address() + "/realms/pilotage");
        environment.put("PILOTAGE_CLIENT_SECRET", keycloak.secret());
        environment.put("PILOTAGE_DIRECTORY_CLIENT_SECRET", keycloak.secret());
        environment.put("JAVA_TOOL_OPTIONS", ReverseProxy.trust());
        return environment;
    }

    private List<String> texts(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    /** The login page of Keycloak. */
    private final class KeycloakDoor implements Walk.Door {

        @Override
        public Browser enter(String person) {
            return Browser.at(proxy.address()).signInAtKeycloak(person, "/portfolio");
        }

        @Override
        public void enterAgain(Browser browser, String person) {
            browser.answerKeycloak(person);
        }

        @Override
        public String person(String id) {
            return people.get(id);
        }

        @Override
        public void confirm(Page window, String person) {
            window.locator("form[action*='/signing/'] button[type=submit]").click();
            window.locator("#password").fill(KeycloakAdmin.PASSWORD);
            window.locator("#kc-login").click();
        }
    }
}
