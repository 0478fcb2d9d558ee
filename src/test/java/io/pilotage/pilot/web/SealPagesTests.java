package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.roi.MoneyCaseDrive;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on which people read what was sealed, and what changed between two versions. */
@PilotageTest
class SealPagesTests {

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String pilot;

    @BeforeEach
    void changeASealedCase() {
        pilot = MoneyCaseDrive.toSignatures(cases);
        cases.complete(
                pilot,
                "signRoi",
                "finance-partner-2",
                Map.of("decision", "rework", "reasonCode", "value", "reason", "The likely amount is too low"));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        MoneyCaseDrive.state(cases, pilot, Map.of("p50", 95000), Map.of());
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
    }

    @Test
    void bothVersionsStandSideBySideOnEveryScreenAndInBothLanguages() {
        try (Browser browser = Browser.phone(port).signIn("audit-read")) {
            browser.page().setViewportSize(360, 780);
            for (String language : new String[] {"en", "de"}) {
                browser.open("/pilots/" + pilot + "/seals?lang=" + language).screenshot("seals-" + language);
                assertThat(browser.scrollsSideways()).isFalse();
                assertThat(browser.barriers()).isEmpty();
                browser.open("/pilots/" + pilot + "/seals/money-hypothesis").screenshot("seal-" + language);
                assertThat(browser.scrollsSideways()).isFalse();
                assertThat(browser.barriers()).isEmpty();
                assertThat(browser.page().locator("tr.seal-changed").allInnerTexts())
                        .anyMatch(row -> row.replaceAll("\\D", "").contains("9000095000"));
            }
            assertThat(browser.problems()).isEmpty();
        }
        try (Browser browser = Browser.desktop(port)
                .signIn("audit-read")
                .open("/pilots/" + pilot + "/seals/money-hypothesis?lang=en")
                .screenshot("seal")) {
            assertThat(browser.page().locator("main").innerText())
                    .contains("Asked for by Finance partner B", "The likely amount is too low", "changed");
            browser.open("/pilots/" + pilot + "/seals").screenshot("seals");
        }
    }

    /** Whoever changes a text can change its hash as well; the trail still knows. */
    @Test
    void textThatWasChangedTogetherWithItsHashIsMarked() {
        Caller reader = Caller.session(port, "audit-read");
        String address = "/pilots/" + pilot + "/seals/baseline?lang=en";
        assertThat(reader.page(address).body()).doesNotContain("is not the one that was sealed");
        Map<String, Object> kept = jdbc.sql(
                        "select content, sha256 from seal where kind = 'BASELINE' and pilot_key = ?")
                .param(pilot)
                .query()
                .singleRow();
        jdbc.sql("update seal set content = '{}', sha256 = sha2('{}', 256) where kind = 'BASELINE' and pilot_key = ?")
                .param(pilot)
                .update();
        try {
            assertThat(reader.page(address).body()).contains("is not the one that was sealed");
        } finally {
            jdbc.sql("update seal set content = ?, sha256 = ? where kind = 'BASELINE' and pilot_key = ?")
                    .params(kept.get("content"), kept.get("sha256"), pilot)
                    .update();
        }
    }

    @Test
    void whoMayNotReadCasesSeesNoSealAndWhatIsNotThereIsNotFound() {
        Caller reader = Caller.session(port, "audit-read");
        assertThat(reader.get("/pilots/" + pilot + "/seals").status()).isEqualTo(200);
        assertThat(reader.get("/pilots/P-none/seals").status()).isEqualTo(404);
        assertThat(reader.get("/pilots/" + pilot + "/seals/none").status()).isEqualTo(404);
        assertThat(reader.get("/pilots/" + pilot + "/seals/baseline?right=7").status())
                .isEqualTo(404);
        assertThat(Caller.anonymous(port).get("/pilots/" + pilot + "/seals").status())
                .isIn(302, 401);
    }
}
