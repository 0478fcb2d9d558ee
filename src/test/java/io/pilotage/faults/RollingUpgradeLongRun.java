package io.pilotage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.StoredTrail;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Caller;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import io.pilotage.testing.ReverseProxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes of the version before are replaced by this one, one after the other, while people and programs work. Runs by
 * {@code .ci/rolling-upgrade}, which builds the version before.
 */
class RollingUpgradeLongRun {

    private static final Logger LOG = LoggerFactory.getLogger(RollingUpgradeLongRun.class);

    /** Requests of each kind between one step and the next. */
    private static final int BETWEEN = 40;

    private static final String EVERYBODY_IS_ASKED = "select not exists (select 1 from pilot p where not exists"
            + " (select 1 from inbox_task t where t.pilot_key = p.pilot_key))";

    private final ProductionDatabase database = ProductionDatabase.create(MySqlServer.shared());
    private final Ledger ledger = new Ledger(database.url());
    private final Path before = Path.of(System.getProperty("upgrade.jar"));

    @Test
    void nobodyNoticesThatTheNodesAreReplaced() {
        try (ApplicationProcess oldOne = before("upgrade-old-one").untilItAnswers();
                ApplicationProcess oldTwo = before("upgrade-old-two").untilItAnswers();
                ReverseProxy proxy = ReverseProxy.start("127.0.0.1", oldOne.port(), oldTwo.port());
                Traffic traffic = Traffic.through(proxy.port())) {
            traffic.awaitMore(BETWEEN);
            proxy.leadTo(oldTwo.port());
            assertThat(oldOne.terminate()).isEqualTo(143);
            traffic.awaitMore(BETWEEN);
            try (ApplicationProcess newOne = now("upgrade-new-one").untilItAnswers()) {
                proxy.leadTo(oldTwo.port(), newOne.port());
                traffic.awaitMore(BETWEEN);
                assertThat(proxy.answeredBy(newOne.port())).isPositive();
                // Without a word to the proxy: a node ends what it has begun, and takes nothing more.
                assertThat(oldTwo.terminate()).isEqualTo(143);
                try (ApplicationProcess newTwo = now("upgrade-new-two").untilItAnswers()) {
                    proxy.leadTo(newOne.port(), newTwo.port());
                    traffic.awaitMore(BETWEEN);
                    traffic.end();
                    LOG.warn("UPGRADED from {}: {}", System.getProperty("upgrade.from"), traffic);
                    assertThat(traffic.failures()).isEmpty();
                    assertThat(titles()).containsAll(traffic.acknowledged());
                    assertThat(Caller.machine(newTwo.port(), "process-admin")
                                    .get("/engine-rest/incident/count")
                                    .body())
                            .contains(":0");
                    ledger.await(EVERYBODY_IS_ASKED, 1);
                    takesOver(newTwo);
                    StoredTrail.Verdict trail = new StoredTrail(
                                    new DriverManagerDataSource(database.url(), "root", ""), auditKey())
                            .check();
                    LOG.warn(
                            "TRAIL written by both versions: {} entries, problems {}",
                            trail.entries(),
                            trail.problems());
                    assertThat(trail.problems()).isEmpty();
                }
            }
        }
    }

    /** What began on a node of the version before is carried on by this one. */
    private void takesOver(ApplicationProcess node) {
        Caller owner = Caller.machine(node.port(), "decision-owner");
        String oldest = owner.get(
                        "/engine-rest/task?taskDefinitionKey=acceptAccountability&sortBy=created&sortOrder=asc"
                                + "&maxResults=1")
                .body()
                .replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(owner.post("/engine-rest/task/" + oldest + "/claim", Map.of("userId", "decision-owner"))
                        .status())
                .isEqualTo(204);
    }

    private ApplicationProcess before(String name) {
        return ApplicationProcess.launchJar(name, environment(), before, "jar,nested");
    }

    private ApplicationProcess now(String name) {
        return ApplicationProcess.launch(name, environment(), List.of());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", "root");
        environment.put("SPRING_DATASOURCE_PASSWORD", "");
        environment.put("SPRING_DATASOURCE_HIKARI_TRANSACTIONISOLATION", "TRANSACTION_READ_COMMITTED");
        environment.put("PILOTAGE_SAMPLE", "false");
        environment.put("PILOTAGE_AUDIT_KEY", auditKey());
        environment.put("SERVER_SHUTDOWN", "graceful");
        return environment;
    }

    private String auditKey() {
        return database.environment().get("PILOTAGE_AUDIT_KEY");
    }

    private List<String> titles() {
        return database.admin()
                .sql("select title from pilot")
                .query(String.class)
                .list();
    }
}
