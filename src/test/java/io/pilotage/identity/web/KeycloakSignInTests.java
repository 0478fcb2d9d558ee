package io.pilotage.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pilotage.identity.keycloak.Directory;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import io.pilotage.workflow.FormPage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** People come in by Keycloak's own page, and are out as soon as Keycloak says so. */
@KeycloakTest
class KeycloakSignInTests {

    private static final String TASKS = "/operaton/api/engine/engine/default/task/count";

    private final KeycloakAdmin keycloak = KeycloakServer.shared().admin();
    private final String login = "ada-" + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Directory directory;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    private String person;

    @BeforeEach
    void bringIn() {
        person = keycloak.person(login, "Decision", "Owner " + login.substring(4, 8), "decision-owner", "pilot-owner");
    }

    @Test
    void taskIsDoneInTheTaskListAfterSigningInAtKeycloak() {
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            String pilot = propose();
            String task = cases.anyTask(pilot, "acceptAccountability").getId();
            assertThat(cases.anyTask(pilot, "acceptAccountability").getAssignee())
                    .isEqualTo(person);
            Page page = browser.open("/t/" + task).page();
            assertThat(page.locator(".fjs-form")).isVisible();
            page.getByText("No, I decline").click();
            page.locator(".fjs-form-field-select .fjs-input-group").click();
            page.locator(".fjs-dropdownlist-item").first().click();
            page.locator(".fjs-form-field-textarea textarea").first().fill("Somebody of the shift decides this.");
            new FormPage(page).handIn(KeycloakSignInTests::signInAgain);
            assertThat(page.locator(".task-card")).hasCount(0);
            assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
            browser.screenshot("keycloak-tasklist");
            page.locator(".account .dropdown-toggle").click();
            page.locator(".account .logout a").click();
            page.waitForURL("**/login?logout");
            browser.screenshot("keycloak-signed-out");
            assertThat(browser.statusOf(TASKS)).isEqualTo(401);
            page.getByText("Sign in").last().click();
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void pageShowsTheNameAndTheRoles() {
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            assertThat(browser.page().url()).contains("/portfolio");
            assertThat(browser.page().locator(".account__name")).containsText("Decision Owner");
            browser.page().locator(".account summary").click();
            assertThat(browser.page().locator(".account .badge").first()).containsText("Decision owner");
            browser.screenshot("keycloak-account");
            browser.page().locator(".account [type=submit]").click();
            browser.page().waitForURL("**/login?logout");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void signOutAtKeycloakEndsTheSessionHere() {
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            assertThat(browser.statusOf(TASKS)).isEqualTo(200);
            keycloak.signOut(person);
            browser.within10Seconds(TASKS, 401);
            assertThat(browser.statusOf("/api/csrf")).isEqualTo(401);
        }
    }

    @Test
    void tokensAreRenewedWithoutAWordWhileSomebodyWorks() {
        keycloak.accessTokenLifetime(1);
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            Instant first = accessTokenIssued();
            browser.page().waitForCondition(() -> {
                assertThat(browser.statusOf("/portfolio")).isEqualTo(200);
                return accessTokenIssued().isAfter(first);
            });
        } finally {
            keycloak.accessTokenLifetime(300);
        }
    }

    @Test
    void whoIsLockedIsOutWithin10Seconds() {
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/operaton/app/tasklist/default/")) {
            assertThat(browser.statusOf(TASKS)).isEqualTo(200);
            keycloak.disable(person);
            browser.within10Seconds(TASKS, 401);
            assertThat(browser.statusOf("/portfolio")).isEqualTo(302);
        }
    }

    @Test
    void whoLosesTheRoleIsOutOfItWithin10Seconds() {
        keycloak.giveRole(person, "process-admin");
        try (Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            assertThat(browser.statusOf("/operaton/app/cockpit/default/")).isEqualTo(200);
            assertThat(browser.statusOf("/actuator/info")).isEqualTo(200);
            keycloak.takeRole(person, "process-admin");
            browser.within10Seconds("/operaton/app/cockpit/default/", 403);
            assertThat(browser.statusOf("/actuator/info")).isEqualTo(403);
            assertThat(browser.statusOf(TASKS)).isEqualTo(200);
        }
    }

    private Instant accessTokenIssued() {
        OAuth2AccessToken token = sessions.findByPrincipalName(person).values().stream()
                .map(session -> session.<OAuth2AccessToken>getAttribute(SessionTokens.class.getName() + ".access"))
                .findFirst()
                .orElseThrow();
        return token.getIssuedAt();
    }

    private static void signInAgain(Page window) {
        window.locator("form[action*='/signing/'] button[type=submit]").click();
        window.locator("#password").fill(KeycloakAdmin.PASSWORD);
        window.locator("#kc-login").click();
    }

    private String propose() {
        String lead = keycloak.person("lead-" + UUID.randomUUID(), "Front", "Line", "frontline-lead");
        String sponsor = keycloak.person("sponsor-" + UUID.randomUUID(), "Bu", "Sponsor", "bu-sponsor");
        assertThat(directory.confirmed(lead)).isPresent();
        assertThat(directory.confirmed(sponsor)).isPresent();
        return cases.proposeAs(
                person,
                Cases.LOW,
                Map.of("sponsor", sponsor, "decisionOwner", person, "pilotOwner", person, "frontlineLead", lead));
    }
}
