package io.pilotage.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.identity.keycloak.Directory;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import io.pilotage.workflow.FormPage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** Signing with Keycloak: signed in is not enough, the signer signs in once more; a program never signs. */
@KeycloakTest
class KeycloakSigningTests {

    private static final String MACHINE = "pilotage-machine";

    private final KeycloakAdmin keycloak = KeycloakServer.shared().admin();
    private final String login = "signer-" + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Directory directory;

    @Autowired
    Trail trail;

    @Test
    void theSignerSignsInOnceMoreAndComesBackToTheTask() {
        String person = keycloak.person(login, "Decision", "Owner", "decision-owner", "pilot-owner");
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            String pilot = propose(person);
            String task = cases.anyTask(pilot, "acceptAccountability").getId();
            Page page = browser.open("/t/" + task).page();
            page.getByText("No, I decline").click();
            page.locator(".fjs-form-field-select .fjs-input-group").click();
            page.locator(".fjs-dropdownlist-item").first().click();
            page.locator(".fjs-form-field-textarea textarea").first().fill("Somebody of the shift decides this.");
            new FormPage(page).handIn(window -> {
                assertThat(window.locator("#password")).hasCount(0);
                window.locator("form[action*='/signing/'] button[type=submit]").click();
                window.locator("#password").fill(KeycloakAdmin.PASSWORD);
                window.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target/screenshots/keycloak-signing.png")));
                window.locator("#kc-login").click();
            });
            assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
            assertThat(newest(pilot, "completed").arguments()).containsEntry("means", "keycloak");
        }
    }

    @Test
    void whoOnlyComesBackHasNotSignedInAgain() {
        String person = keycloak.person(login, "Decision", "Owner", "decision-owner", "pilot-owner");
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            String pilot = propose(person);
            String task = cases.anyTask(pilot, "acceptAccountability").getId();
            Page page = browser.open("/signing/" + task).page();
            page.locator("form[action*='/signing/'] button[type=submit]").click();
            assertThat(page.locator("#kc-login")).isVisible();
            browser.open("/signing/" + task + "/signed");
            assertThat(page.locator("[role=alert]")).containsText("Nothing was signed");
            assertThat(newest(pilot, "refused").arguments()).containsEntry("message", "signing.notSignedInAgain");
            browser.open("/signing/" + task + "/signed");
            assertThat(page.locator("[data-signed]")).hasCount(0);
        }
    }

    @Test
    void aProgramCannotSign() {
        String machine = keycloak.serviceAccount(MACHINE);
        keycloak.giveRole(machine, "decision-owner");
        assertThat(directory.confirmed(machine)).isPresent();
        String person = keycloak.person(login, "Pilot", "Owner", "pilot-owner");
        String pilot = propose(person, machine);
        String task = cases.anyTask(pilot, "acceptAccountability").getId();
        Answer refused = Caller.token(port, keycloak.machineToken(MACHINE, "pilotage.read pilotage.write"))
                .post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", declined()));
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("unsigned");
        assertThat(refused.text("detail")).contains("A program with a token of its own cannot sign");
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
    }

    private String propose(String person) {
        return propose(person, person);
    }

    private String propose(String person, String decisionOwner) {
        String lead = keycloak.person("lead-" + UUID.randomUUID(), "Front", "Line", "frontline-lead");
        String sponsor = keycloak.person("sponsor-" + UUID.randomUUID(), "Bu", "Sponsor", "bu-sponsor");
        assertThat(directory.confirmed(lead)).isPresent();
        assertThat(directory.confirmed(sponsor)).isPresent();
        assertThat(directory.confirmed(person)).isPresent();
        return cases.proposeAs(
                person,
                Cases.LOW,
                Map.of(
                        "sponsor",
                        sponsor,
                        "decisionOwner",
                        decisionOwner,
                        "pilotOwner",
                        person,
                        "frontlineLead",
                        lead));
    }

    private static Map<String, Object> declined() {
        return Map.of(
                "acceptAccountability_decision", Map.of("value", "decline"),
                "acceptAccountability_reasonCode", Map.of("value", "ownership"),
                "acceptAccountability_reason", Map.of("value", "Somebody of the shift decides this."));
    }

    private TrailEntry newest(String pilot, String kind) {
        return trail.of(pilot, TrailFilter.ALL.ofKinds(kind), PageRequest.of(0, 1)).stream()
                .map(RecordedEntry::entry)
                .findFirst()
                .orElseThrow();
    }
}
