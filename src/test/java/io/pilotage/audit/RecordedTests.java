package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** What belongs to no case is on the trail as well: deployments, logins, what was taken along, what was denied. */
@PilotageTest
class RecordedTests {

    private static final PageRequest SOME = PageRequest.of(0, 50);

    @Autowired
    Trail trail;

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repository;

    @Autowired
    NamesInTables names;

    @LocalServerPort
    int port;

    @Test
    void everyFileOfTheProductIsThereWithTheHashOfItsContent() throws IOException {
        String hash = Sha256.hex(Files.readAllBytes(Path.of("processes/pilot/sla.dmn")));
        assertThat(deployed())
                .anySatisfy(entry -> assertThat(files(entry))
                        .anySatisfy(file -> assertThat(file)
                                .containsEntry("file", "processes/pilot/sla.dmn")
                                .containsEntry("sha256", hash)
                                .containsEntry("defines", List.of(Map.of("id", "sla", "version", 1)))));
    }

    @Test
    void whoDeploysAPolicyIsThereWithTheFileOfBeforeAndAfter() throws IOException {
        String first = Files.readString(Path.of("processes/pilot/sla.dmn"))
                .replace("\"sla\"", "\"recordedTable\"")
                .replace("slaDefinitions", "recordedDefinitions");
        String second = first.replace("Charter: silence", "Charter: a silence");
        Deployment before = deploy(first);
        Deployment after = deploy(second);
        try {
            TrailEntry entry = deployed().get(0);
            assertThat(entry.actor()).isEqualTo("process-admin");
            assertThat(entry.role()).isEqualTo("process-admin");
            assertThat(files(entry))
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .containsEntry("before", Sha256.hex(first))
                            .containsEntry("sha256", Sha256.hex(second))
                            .containsEntry("defines", List.of(Map.of("id", "recordedTable", "version", 2))));
        } finally {
            repository.deleteDeployment(after.getId(), true);
            repository.deleteDeployment(before.getId(), true);
        }
    }

    @Test
    void loginOfAPrivilegedRoleIsThereAndNobodyElses() {
        int before = signedIn("audit-read");
        Caller.session(port, "audit-read");
        Caller.session(port, "bu-sponsor");
        assertThat(signedIn("audit-read")).isEqualTo(before + 1);
        assertThat(signedIn("bu-sponsor")).isZero();
    }

    @Test
    void whoTakesAListOrTheLedgerAlongIsThere() {
        String key = cases.propose(Cases.LOW, Map.of());
        Caller office = Caller.session(port, "portfolio-office");
        assertThat(office.get("/portfolio/portfolio.csv?text=nothing-like-it").status())
                .isEqualTo(200);
        assertThat(office.get("/portfolio/portfolio.xlsx?text=nothing-like-it").status())
                .isEqualTo(200);
        assertThat(office.get("/pilots/" + key + "/ledger.csv").status()).isEqualTo(200);

        List<TrailEntry> lists = entries(Undertaking.EXPORT.chain("portfolio-office"), "portfolioExported");
        assertThat(lists.get(0).arguments())
                .containsEntry("form", "xlsx")
                .containsEntry("pilots", 0)
                .hasEntrySatisfying(
                        "filter", filter -> assertThat((String) filter).contains("nothing-like-it"));
        assertThat(lists.get(1).arguments()).containsEntry("form", "csv");
        assertThat(lists.get(0).role()).isEqualTo("portfolio-office");
        assertThat(entries(Undertaking.EXPORT.chain(key), "ledgerExported").get(0))
                .satisfies(entry -> assertThat(entry.arguments()).containsEntry("case", key))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("portfolio-office"));
    }

    @Test
    void whoAsksForWhatIsKeptForOthersIsThere() {
        Caller.session(port, "governance-chair").page("/operations");
        TrailEntry entry = entries(Undertaking.ADMINISTRATION.chain("governance-chair"), "requestDenied")
                .get(0);
        assertThat(entry.actor()).isEqualTo("governance-chair");
        assertThat(entry.role()).isEqualTo("governance-chair");
        assertThat(entry.arguments()).containsEntry("request", "GET /operations");
    }

    /** Whoever erases a person can read in the guide what becomes of each table. */
    @Test
    void everyTableWithFreeTextIsInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("docs/guide/administrator.md"));
        assertThat(names.tables())
                .contains("emergency", "pilot", "decision_loop")
                .doesNotContain("seal", "trail_entry", "watched_limit")
                .allSatisfy(table -> assertThat(guide).contains("`" + table + "`"));
    }

    private Deployment deploy(String table) {
        return cases.as(
                "process-admin",
                () -> repository
                        .createDeployment()
                        .name("A table of its own")
                        .addInputStream(
                                "recordedTable.dmn",
                                new java.io.ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                        .deploy());
    }

    private List<TrailEntry> deployed() {
        return entries(Undertaking.DEPLOYMENT.chain(), "deployed");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> files(TrailEntry entry) {
        return ((List<Map<String, Object>>) entry.details().get("files"))
                .stream()
                        .map(file -> {
                            Map<String, Object> plain = new java.util.HashMap<>(file);
                            plain.computeIfPresent(
                                    "defines",
                                    (name, list) -> ((List<Map<String, Object>>) list)
                                            .stream()
                                                    .map(one -> Map.of(
                                                            "id",
                                                            one.get("id"),
                                                            "version",
                                                            ((Number) one.get("version")).intValue()))
                                                    .toList());
                            return plain;
                        })
                        .toList();
    }

    private int signedIn(String person) {
        return trail.of(
                        Undertaking.LOGIN.chain(person),
                        TrailFilter.ALL.ofKinds("signedIn").by(person),
                        SOME)
                .getNumberOfElements();
    }

    private List<TrailEntry> entries(String chain, String kind) {
        return trail.of(chain, TrailFilter.ALL.ofKinds(kind), SOME)
                .map(RecordedEntry::entry)
                .getContent();
    }
}
