package io.pilotage.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rows that systems send are kept, or answered with a problem that names each cell. */
@PilotageTest
class EvidenceApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EvidenceManagement evidence;

    @Test
    void rowsAreKeptAndTheMappingIsKeptForTheNextOnes() {
        String pilot = cases.standingIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        String measurements = "/api/pilots/" + pilot + "/measurements";
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("adoption-analyst").open("/portfolio");
            assertThat(send(browser, measurements, "minutes\n9.5\n", "text/csv"))
                    .startsWith("422")
                    .contains("evidence.mapping.missing");
            assertThat(send(browser, measurements + "?figureColumn=minutes", "minutes\n9.5\n10\n", "text/csv"))
                    .startsWith("201")
                    .contains("\"rows\":2", "\"mean\":9.7500");
            assertThat(send(browser, measurements, "minutes\n\"1,5\"\n", "text/csv"))
                    .startsWith("422")
                    .contains("\"row\":2", "\"column\":\"minutes\"", "Please write it with a point");
            assertThat(send(browser, "/api/pilots/P-none/measurements?figureColumn=m", "m\n1\n", "text/csv"))
                    .startsWith("404");
            assertThat(send(browser, "/api/pilots/" + pilot + "/otlp/v1/metrics", "no json", "application/json"))
                    .startsWith("422")
                    .contains("evidence.otlp.noJson");
        }
        assertThat(evidence.of(pilot)).hasSize(1);
        assertThat(evidence.latest(pilot, Purpose.MEASUREMENT).orElseThrow().broughtBy())
                .isEqualTo("adoption-analyst");
    }

    @Test
    void whoMeasuresNothingIsToldSo() {
        String pilot = cases.standingIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("worker-liaison").open("/portfolio");
            String address = "/api/pilots/" + pilot + "/measurements?figureColumn=m";
            assertThat(send(browser, address, "m\n1\n", "text/csv")).startsWith("403");
        }
    }

    private static String send(Browser browser, String address, String body, String type) {
        return (String) browser.page()
                .evaluate(
                        "async ([address, body, type]) => { const { csrfHeader, csrfToken } = document.body.dataset;"
                                + " const answer = await fetch(address, { method: 'POST', body,"
                                + " headers: { 'Content-Type': type, [csrfHeader]: csrfToken } });"
                                + " return answer.status + ' ' + await answer.text(); }",
                        List.of(address, body, type));
    }
}
