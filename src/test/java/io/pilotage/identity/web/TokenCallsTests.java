package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.identity.keycloak.Directory;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an access token opens: never more than its scopes, and never more than the roles of its owner. */
@KeycloakTest
class TokenCallsTests {

    private static final String MACHINE = "pilotage-machine";
    private static final Path MODEL = Path.of("processes/discovery/discovery.bpmn");
    private static final Path FORMS = Path.of("forms/discovery");

    private final KeycloakServer server = KeycloakServer.shared();
    private final KeycloakAdmin keycloak = server.admin();

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Directory directory;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void giveTheMachineARole() {
        keycloak.giveRole(keycloak.serviceAccount(MACHINE), "audit-read");
    }

    @Test
    void readsWithTheScopeToRead() {
        Caller machine = Caller.token(port, keycloak.machineToken(MACHINE, "pilotage.read"));
        assertThat(machine.get("/engine-rest/task/count").status()).isEqualTo(200);
        assertThat(machine.get("/engine-rest/process-definition/count").body()).contains("count");
        assertThat(machine.get("/api/csrf").status()).isEqualTo(200);
    }

    @Test
    void changesNothingWithoutTheScopeToWrite() {
        Caller machine = Caller.token(port, keycloak.machineToken(MACHINE, "pilotage.read"));
        Answer refused = machine.post("/engine-rest/task/any/complete", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.challenge()).contains("insufficient_scope").contains("pilotage.write");
        assertThat(refused.text("detail")).contains("pilotage.write");
        assertThat(machine.send("POST", "/engine-rest/deployment/create", "application/json", "{}")
                        .challenge())
                .contains("pilotage.deploy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/deployment/create",
                "/engine-rest/engine/default/deployment/create",
                "/engine-rest/%64eployment/create",
                "/engine-rest/engine/default/%64eployment/create"
            })
    void deployingNeedsItsScopeByWhateverAddress(String address) {
        Caller machine = Caller.token(port, keycloak.machineToken(MACHINE, "pilotage.read pilotage.write"));
        Answer refused = machine.send("POST", address, "application/json", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.challenge()).contains("insufficient_scope", "pilotage.deploy");
    }

    @Test
    void rolesStillCountWithEveryScope() {
        Caller machine = Caller.token(port, keycloak.machineToken(MACHINE, "pilotage.read pilotage.write"));
        assertThat(machine.get("/api/imports/any").status()).isEqualTo(403);
    }

    @Test
    void tokenForSomebodyElseIsNone() {
        Answer directory = Caller.token(port, keycloak.machineToken("pilotage-directory", ""))
                .get("/engine-rest/task/count");
        assertThat(directory.status()).isEqualTo(401);
        assertThat(directory.challenge()).startsWith("Bearer").contains("invalid_token");
        assertThat(Caller.token(port, "not.a.token")
                        .get("/engine-rest/task/count")
                        .status())
                .isEqualTo(401);
        Answer anonymous = Caller.anonymous(port).get("/engine-rest/task/count");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.text("detail")).contains("Authorization: Bearer");
    }

    @Test
    void passwordsAreTakenNowhere() {
        assertThat(Caller.machine(port, "process-admin")
                        .get("/engine-rest/task/count")
                        .status())
                .isEqualTo(401);
        Answer page = Caller.token(port, keycloak.machineToken(MACHINE, "pilotage.read"))
                .page("/portfolio");
        assertThat(page.status()).isEqualTo(302);
    }

    @Test
    void modelerDeploysInTheNameOfWhoApprovedInTheBrowser() throws IOException {
        String login = "modeler-" + UUID.randomUUID();
        keycloak.person(login, "Process", "Admin", "process-admin");
        Map<String, String> device = server.device("pilotage-modeler", "openid pilotage.deploy");
        try (Browser browser = Browser.desktop(port)) {
            Page page = browser.page();
            page.navigate(device.get("verification_uri_complete"));
            page.locator("#username").fill(login);
            page.locator("#password").fill(KeycloakAdmin.PASSWORD);
            page.locator("#kc-login").click();
            browser.screenshot("keycloak-device");
            page.locator("#kc-login[name=accept]").click();
            page.waitForURL("**/device/status**");
        }
        Caller modeler = Caller.token(port, server.deviceToken("pilotage-modeler", device.get("device_code")));
        assertThat(modeler.get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(200);
        assertThat(modeler.get("/engine-rest/version").text("version")).startsWith("1.0");
        Answer deployed = modeler.send(
                "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=model", multipart());
        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
        assertThat(modeler.get("/engine-rest/task/count").status()).isEqualTo(403);
        runs(deployed.text("id"));
    }

    /** The next pilot travels by the model that was deployed. */
    private void runs(String deployment) {
        String owner = person("decision-owner", "pilot-owner");
        String sponsor = person("bu-sponsor");
        String pilot = cases.proposeAs(
                owner,
                Cases.LOW,
                Map.of(
                        "sponsor",
                        sponsor,
                        "decisionOwner",
                        owner,
                        "pilotOwner",
                        owner,
                        "frontlineLead",
                        person("frontline-lead")));
        Task task = cases.anyTask(pilot, "acceptAccountability");
        assertThat(repository
                        .getProcessDefinition(task.getProcessDefinitionId())
                        .getDeploymentId())
                .isEqualTo(deployment);
        cases.complete(pilot, "acceptAccountability", owner, Map.of("decision", "decline"));
        assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
    }

    private String person(String... roles) {
        String id = keycloak.person(roles[0] + "-" + UUID.randomUUID(), "Of", "Role", roles);
        assertThat(directory.confirmed(id)).isPresent();
        return id;
    }

    /** A model with its forms, as a Modeler sends them. */
    private static String multipart() throws IOException {
        StringBuilder parts = new StringBuilder(
                part("deployment-name", "", "discovery") + part("deployment-source", "", "Camunda Modeler"));
        try (Stream<Path> forms = Files.list(FORMS)) {
            for (Path file : Stream.concat(Stream.of(MODEL), forms.sorted()).toList()) {
                String name = file.getFileName().toString();
                parts.append(part(name, "; filename=\"" + name + "\"", Files.readString(file)));
            }
        }
        return parts + "--model--\r\n";
    }

    private static String part(String name, String file, String content) {
        return "--model\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n" + content
                + "\r\n";
    }
}
