package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an access token opens: never more than its scopes, and never more than the roles of its owner. */
@KeycloakTest
class TokenCallsTests {

    private static final String MACHINE = "pilotage-machine";
    private static final Path MODEL = Path.of("processes/governance/reviewDuty.bpmn");

    private final KeycloakServer server = KeycloakServer.shared();
    private final KeycloakAdmin keycloak = server.admin();

    @LocalServerPort
    int port;

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
        assertThat(deployed.status()).as(deployed.body()).isNotIn(401, 403);
        assertThat(modeler.get("/engine-rest/task/count").status()).isEqualTo(403);
    }

    private static String multipart() throws IOException {
        return part("deployment-name", "", "reviewDuty")
                + part("deployment-source", "", "Camunda Modeler")
                + part("reviewDuty.bpmn", "; filename=\"reviewDuty.bpmn\"", Files.readString(MODEL))
                + "--model--\r\n";
    }

    private static String part(String name, String file, String content) {
        return "--model\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n" + content
                + "\r\n";
    }
}
