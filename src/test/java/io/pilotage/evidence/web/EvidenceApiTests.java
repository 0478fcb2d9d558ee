package io.pilotage.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.evidence.Purpose;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.Terms;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rows that systems send are kept, or answered with a problem that names each cell. */
@PilotageTest
class EvidenceApiTests {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EvidenceManagement evidence;

    @Autowired
    LimitWatch limits;

    @Autowired
    KillOrDefend kills;

    @Autowired
    TimeMachine time;

    @Test
    void rowsAreKeptAndTheMappingIsKeptForTheNextOnes() {
        String pilot = cases.standingIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        String measurements = "/api/pilots/" + pilot + "/measurements";
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("adoption-analyst").open("/portfolio");
            assertThat(send(browser, measurements, "minutes\n9.5\n", "text/csv"))
                    .startsWith("400")
                    .contains("evidence.mapping.missing", "\"key\":\"figureColumn\"");
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
    void aWorkbookOfASystemIsHeldAgainstTheLimitOnItsMeasure() throws IOException {
        String pilot = cases.standingIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        LocalDate day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        limits.watch(
                pilot,
                Agreement.MONEY_CASE,
                List.of(new Terms(
                        "Cheer of the team",
                        "atLeast",
                        new BigDecimal("4"),
                        day.minusDays(1),
                        "quarterly",
                        "Survey",
                        Role.FINANCE_PARTNER,
                        Role.BU_SPONSOR,
                        Consequence.DEFEND)));
        String address = "/api/pilots/" + pilot + "/measurements?figureColumn=cheer&dayColumn=day"
                + "&metric=Cheer%20of%20the%20team&taken=MEAN";
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("adoption-analyst").open("/portfolio");
            String book = Base64.getEncoder().encodeToString(workbook(day.minusDays(1)));
            assertThat(send(browser, address, book, XLSX)).startsWith("201").contains("\"mean\":3.5000");
            assertThat(send(browser, address, Base64.getEncoder().encodeToString(workbook(day.minusDays(1))), XLSX))
                    .startsWith("422");
        }
        assertThat(limits.of(pilot).get(0).measured()).isEqualByComparingTo("3.5");
        assertThat(kills.current(pilot).orElseThrow().cause().measured()).isEqualTo("3.5");
    }

    private static byte[] workbook(LocalDate day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Rows");
            sheet.value(0, 0, "cheer");
            sheet.value(0, 1, "day");
            sheet.value(1, 0, new BigDecimal("3"));
            sheet.value(1, 1, day.minusDays(1).toString());
            sheet.value(2, 0, new BigDecimal("4"));
            sheet.value(2, 1, day.toString());
        }
        return bytes.toByteArray();
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
                        "async ([address, text, type]) => { const { csrfHeader, csrfToken } = document.body.dataset;"
                                + " const body = type.includes('spreadsheet')"
                                + " ? Uint8Array.from(atob(text), letter => letter.charCodeAt(0)) : text;"
                                + " const answer = await fetch(address, { method: 'POST', body,"
                                + " headers: { 'Content-Type': type, [csrfHeader]: csrfToken } });"
                                + " return answer.status + ' ' + await answer.text(); }",
                        List.of(address, body, type));
    }
}
