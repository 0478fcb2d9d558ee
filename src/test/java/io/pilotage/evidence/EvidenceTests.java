package io.pilotage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.evidence.RowsRefused.Problem;
import io.pilotage.pilot.Phase;
import io.pilotage.roi.RoiManagement;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rows are kept as they came, or refused as a whole with the cell, why, and what to do. */
@PilotageTest
class EvidenceTests {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EvidenceManagement evidence;

    @Autowired
    RoiManagement roi;

    @Autowired
    TimeMachine time;

    @Autowired
    ObjectMapper json;

    @TempDir
    Path folder;

    String pilot;

    @BeforeEach
    void bringIn() {
        pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
    }

    @Test
    void rowsArePastedOnThePageOfTheTaskAndBecomeTheEvidenceOfTheBaseline() {
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("finance-partner").open("/pilots/" + pilot + "/evidence?purpose=BASELINE");
            browser.page().locator("#pasted").fill("day,minutes\n2026-01-05,9.5\n2026-01-06,x\n2026-01-07,=A1");
            browser.page().locator("#figureColumn").fill("minutes");
            browser.page().locator("#dayColumn").fill("day");
            browser.screenshot("evidence");
            browser.page().locator("form.card button[type=submit]").click();
            assertThat(browser.page().locator("#refused").innerText())
                    .contains(
                            "2 cells are wrong",
                            "Row 3, minutes: “x” is no figure",
                            "Row 4, minutes: “=A1” is a formula");
            assertThat(evidence.of(pilot)).isEmpty();
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("evidence-refused");
            browser.page().locator("#pasted").fill("day,minutes\n2026-01-05,9.5\n2026-01-06,10\n2026-01-07,8.5");
            browser.page().locator("form.card button[type=submit]").click();
            browser.page().waitForURL("**/evidence/*");
            browser.screenshot("evidence-rows");
            assertThat(browser.barriers()).isEmpty();
            // The browser tells of the status with which the wrong rows were refused.
            assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));
            browser.open("/pilots/" + pilot + "/evidence?purpose=BASELINE&lang=de")
                    .page()
                    .setViewportSize(360, 740);
            assertThat(browser.page().locator("#figureColumn").inputValue()).isEqualTo("minutes");
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("evidence-360-de");
        }
        EvidenceFile kept = evidence.latest(pilot, Purpose.BASELINE).orElseThrow();
        assertThat(kept.mean()).isEqualByComparingTo("9.3333");
        assertThat(kept.uncertainty()).isEqualByComparingTo("0.8643");
        LocalDate today = LocalDate.now();
        Map<String, Object> answers = new HashMap<>(Map.of("basis", "measured", "sampleSize", 3));
        answers.putAll(Map.of("owner", "finance-partner", "measuredOn", today.minusDays(9)));
        answers.putAll(Map.of("periodFrom", LocalDate.of(2026, 1, 1), "periodTo", today.minusDays(10)));
        cases.complete(pilot, "measureBaseline", "finance-partner", answers);
        assertThat(roi.baselineOf(pilot).orElseThrow().evidenceSha256()).isEqualTo(kept.sha256());
    }

    @Test
    void whoMeasuresNothingBringsNothing() {
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("worker-liaison").open("/pilots/" + pilot + "/evidence");
            assertThat(browser.page().locator("form.card").count()).isZero();
        }
    }

    @Test
    void aWorkbookIsReadAndAFormulaInItIsNot() throws IOException {
        Path good = workbook("12.5", false);
        assertThat(evidence.keep(figures(), "rows.xlsx", good, "finance-partner")
                        .sum())
                .isEqualByComparingTo("14.5");
        Path bad = workbook("12.5", true);
        assertThat(problem(bad).messageKey()).isEqualTo("evidence.row.formula");
        assertThat(evidence.of(pilot)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5;EUR;min;2026-01-05 | evidence.row.point | figure",
                "1.234.5;EUR;min;2026-01-05 | evidence.row.point | figure",
                ";EUR;min;2026-01-05 | evidence.row.empty | figure",
                "=1+1;EUR;min;2026-01-05 | evidence.row.formula | figure",
                "1.5;GBP;min;2026-01-05 | evidence.row.currency | money",
                "1.5;;min;2026-01-05 | evidence.row.currency | money",
                "1.5;EUR;hours;2026-01-05 | evidence.row.unit | unit",
                "1.5;EUR;min;05.01.2026 | evidence.row.day | day",
                "1.5;EUR;min;2199-01-05 | evidence.row.future | day"
            })
    void aWrongCellIsNamedWithItsRowAndNothingIsKept(String row, String why, String column) throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.csv"), "figure;money;unit;day\n2.5;EUR;min;2026-01-04\n" + row + "\n");
        Problem problem =
                problem(file, ColumnMapping.of(pilot, Purpose.MEASUREMENT, "figure", "day", "unit", "money", false));
        assertThat(problem.messageKey()).isEqualTo(why);
        assertThat(problem.row()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(evidence.of(pilot)).isEmpty();
        assertThat(evidence.mapping(pilot, Purpose.MEASUREMENT)).isEmpty();
    }

    @Test
    void aDayOfAMeasureIsMeasuredOnce() throws IOException {
        ColumnMapping cheer = ColumnMapping.of(pilot, Purpose.MEASUREMENT, "figure", "day", null, null, false)
                .about("Cheer of the team", Taken.LAST);
        Path first = Files.writeString(folder.resolve("a.csv"), "figure;day\n2.5;2026-01-04\n3.5;2026-01-05\n");
        assertThat(evidence.keep(cheer, "a.csv", first, "finance-partner").figure())
                .isEqualByComparingTo("3.5");
        Path again = Files.writeString(folder.resolve("b.csv"), "figure;day\n4.5;2026-01-06\n9;2026-01-05\n");
        Problem problem = problem(again, cheer);
        assertThat(problem.messageKey()).isEqualTo("evidence.row.measured");
        assertThat(problem.row()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo("day");
        assertThat(evidence.of(pilot)).hasSize(1);
    }

    @Test
    void rowsInAnotherCurrencyAreNotHeldAgainstALimit() throws IOException {
        ColumnMapping saved = ColumnMapping.of(pilot, Purpose.MEASUREMENT, "figure", "day", null, "money", false)
                .about("Money saved", Taken.SUM);
        Path dollars = Files.writeString(folder.resolve("d.csv"), "figure;day;money\n2.5;2026-01-04;USD\n");
        Problem problem = problem(dollars, saved);
        assertThat(problem.messageKey()).isEqualTo("evidence.row.otherCurrency");
        assertThat(problem.row()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo("money");
        assertThat(evidence.of(pilot)).isEmpty();
        Path euros = Files.writeString(folder.resolve("e.csv"), "figure;day;money\n2.5;2026-01-04;EUR\n");
        assertThat(evidence.keep(saved, "e.csv", euros, "finance-partner").figure())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void aMeasureWithoutADayIsRefused() {
        assertThatThrownBy(() -> figures().about("Cheer of the team", null))
                .hasMessageContaining("evidence.metric.day");
    }

    @Test
    void theSameRowsCountOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "figure\n2.5\n");
        evidence.keep(figures(), "rows.csv", file, "finance-partner");
        assertThatThrownBy(() -> evidence.keep(figures(), "rows.csv", file, "finance-partner"))
                .hasMessageContaining("evidence.twice");
    }

    @Test
    void tokensAndRequestsOfOpenTelemetryDriveTheLineOfInference() throws IOException {
        LocalDate day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).minusDays(2);
        byte[] sent = otlp(day, 1, "1200");
        evidence.keepInference(pilot, json.readTree(sent), sent, "it-operations");
        assertThat(evidence.inference(pilot, "token", day, day.plusDays(1))).isEqualByComparingTo("1200");
        assertThat(evidence.inference(pilot, "request", day, day.plusDays(1))).isEqualByComparingTo("3");
        assertThat(evidence.inference(pilot, "token", day.plusDays(1), day.plusDays(9)))
                .isEqualByComparingTo("0");
    }

    @Test
    void whatWouldBeCountedTwiceOrCannotBeIsRefused() {
        LocalDate day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).minusDays(2);
        refused(otlp(day, 2, "1200"), "evidence.otlp.cumulative");
        refused(otlp(day, 1, "-1"), "evidence.otlp.negative");
        refused(otlp(day.plusDays(30), 1, "5"), "evidence.otlp.future");
        refused("{}".getBytes(StandardCharsets.UTF_8), "evidence.otlp.nothing");
        assertThat(evidence.of(pilot)).isEmpty();
    }

    private void refused(byte[] sent, String why) {
        assertThatThrownBy(() -> evidence.keepInference(pilot, json.readTree(sent), sent, "it-operations"))
                .hasMessageContaining(why);
    }

    private static byte[] otlp(LocalDate day, int temporality, String tokens) {
        String time = day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC) + "000000000";
        return """
                {"resourceMetrics":[{"scopeMetrics":[{"metrics":[
                 {"name":"gen_ai.client.token.usage","histogram":{"aggregationTemporality":%d,"dataPoints":[
                  {"timeUnixNano":"%s","count":"2","sum":%s,
                   "attributes":[{"key":"gen_ai.token.type","value":{"stringValue":"input"}}]}]}},
                 {"name":"gen_ai.client.operation.duration","histogram":{"aggregationTemporality":1,"dataPoints":[
                  {"timeUnixNano":"%s","count":"3","sum":4.5,"attributes":[]}]}},
                 {"name":"jvm.memory.used","gauge":{"dataPoints":[]}}]}]}]}
                """.formatted(temporality, time, tokens, time).getBytes(StandardCharsets.UTF_8);
    }

    private ColumnMapping figures() {
        return ColumnMapping.of(pilot, Purpose.MEASUREMENT, "figure", null, null, null, false);
    }

    private Problem problem(Path file) {
        return problem(file, figures());
    }

    private Problem problem(Path file, ColumnMapping mapping) {
        return catchThrowableOfType(RowsRefused.class, () -> evidence.keep(mapping, "rows", file, "finance-partner"))
                .problems()
                .get(0);
    }

    private Path workbook(String figure, boolean formula) throws IOException {
        Path file = folder.resolve("rows-" + formula + ".xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Rows");
            sheet.value(0, 0, "figure");
            sheet.value(1, 0, new java.math.BigDecimal(figure));
            if (formula) {
                sheet.formula(2, 0, "1+1");
            } else {
                sheet.value(2, 0, 2);
            }
        }
        return file;
    }
}
