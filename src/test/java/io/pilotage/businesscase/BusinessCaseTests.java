package io.pilotage.businesscase;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.pilotage.adoption.ActualCosts;
import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.FoundCost;
import io.pilotage.adoption.Ledger;
import io.pilotage.adoption.LedgerEntry;
import io.pilotage.adoption.Period;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The business case on one page: what was stated, what is sealed, what it really brought, to the cent. */
@PilotageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusinessCaseTests {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    Ledger ledger;

    @Autowired
    LimitWatch limits;

    @Autowired
    BusinessCases businessCases;

    @Autowired
    LedgerExport export;

    @Autowired
    ValueFigures values;

    @Autowired
    Agreements agreements;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    String pilot;

    @BeforeAll
    void signAndMeasure() {
        pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyCaseOfABoard.baseline());
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", MoneyCaseOfABoard.hypothesis());
        cases.complete(pilot, "modelCostToServe", "finance-partner", MoneyCaseOfABoard.cost());
        cases.complete(pilot, "confirmRunCost", "it-operations", Map.of("decision", "agree"));
        cases.complete(pilot, "agreeKillCriteria", "bu-sponsor", Map.of());
        cases.complete(pilot, "signDecisionContract", "decision-owner", Map.of());
        cases.complete(pilot, "signRoi", "finance-partner-2", Map.of("decision", "go"));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        measure(today.minusDays(180), today.minusDays(90), "9000.005", "5000", true);
        measure(today.minusDays(90), today.minusDays(1), "12345.67", "800.55", false);
        measure(today.minusDays(90), today.minusDays(1), "11999.99", "700.45", true);
        measure(today.minusDays(1), today, "77.77", "0", null);
        limits.measured(pilot, "netValue", new BigDecimal("2"), today);
    }

    @Test
    void anIndependentScriptWorksOutWhatThePageShows(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ledger.csv");
        try (var out = Files.newOutputStream(file)) {
            export.write(businessCases.of(pilots.get(pilot)), out);
        }
        assertThat(Files.readString(file))
                .as("the plan of the tokens, the version of the baseline and what would be without the pilot")
                .contains("tokens,tokenPrice,plannedTokens,plannedPrice,baselineVersion,counterfactual")
                .containsPattern(",12345678(\\.0+)?,2\\.50*,7295927?8?\\.?\\d*,2\\.250*,1,\r\n")
                .contains("https://example.org/rows,,,,,1,The team without it\r\n");
        Map<String, String> worked = IndependentScript.recompute(file);
        assertThat(worked).containsEntry("total asserted", "5700.45").containsKey("1 variance");
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("portfolio-office").open("/pilots/" + pilot + "/business-case");
            assertThat(shown(browser)).isEqualTo(worked);
        }
    }

    @Test
    void eachFigureOpensToItsBaselineItsArithmeticAndItsRows() {
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("bu-sponsor").open("/pilots/" + pilot + "/business-case");
            browser.page().locator("#ledger-table tr[data-entry='1'] th a").click();
            Locator entry = browser.page().locator("#entry-1");
            assertThat(entry.getAttribute("open")).as("opened by the link").isNotNull();
            assertThat(entry.innerText())
                    .contains("ledger/2", "Measured less cost is what is left", "https://example.org/rows")
                    .contains("Planned: 7,295,928 tokens at 2.25 a million = 16.42 EUR; difference 11.97 EUR");
            entry.locator("a.baseline").click();
            assertThat(browser.page().url()).endsWith("/pilots/" + pilot + "/seals/baseline?left=1&right=1");
            assertThat(browser.page().locator("main").innerText())
                    .contains("Version 1", "Wrong deliveries", "120")
                    .doesNotContain("Version 2");
        }
    }

    @Test
    void aBoardReadsItOnOnePageInBothLanguagesAndOnAPhone() {
        for (String language : List.of("en", "de")) {
            try (Browser browser = Browser.desktop(port)) {
                browser.signIn("bu-sponsor").open("/pilots/" + pilot + "/business-case?lang=" + language);
                browser.page()
                        .locator("details.entry")
                        .first()
                        .locator("summary")
                        .press("Enter");
                browser.screenshot("business-case-" + language);
                assertThat(browser.page().locator(".business-case").innerText())
                        .doesNotContain("??")
                        .contains(language.equals("de") ? "10.173,51" : "10,173.51")
                        .contains(language.equals("de") ? "GBP × 1,1735" : "GBP × 1.1735");
                assertThat(browser.page().locator("svg.drawing polyline").count())
                        .isEqualTo(3);
                assertThat(browser.page().locator(".tornado li").count()).isGreaterThanOrEqualTo(4);
                assertThat(browser.barriers()).isEmpty();
                assertThat(browser.problems()).isEmpty();
                browser.page().setViewportSize(360, 740);
                assertThat(browser.scrollsSideways()).isFalse();
                browser.screenshot("business-case-360-" + language);
            }
        }
    }

    @Test
    void itPrintsOnA4InBothLanguages() throws IOException {
        for (String language : List.of("en", "de")) {
            try (Browser browser = Browser.desktop(port)) {
                browser.signIn("bu-sponsor").open("/pilots/" + pilot + "/business-case?lang=" + language);
                browser.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(browser.page().locator(".site-header").isVisible()).isFalse();
                assertThat(browser.page().locator("main").innerText()).doesNotContain("bu-sponsor", "finance-partner");
                byte[] pdf = browser.page()
                        .pdf(new Page.PdfOptions()
                                .setFormat("A4")
                                .setPreferCSSPageSize(true)
                                .setPath(Path.of("target/screenshots/business-case-" + language + ".pdf")));
                assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                        .containsPattern("/MediaBox \\[0 0 59[45]\\.\\d+ 84[12]\\.\\d+]");
                assertThat(PrintedPage.charactersByPage(pdf)).allMatch(characters -> characters > 100);
                assertThat(PrintedPage.whatSticksOut(browser.page())).isEmpty();
            }
        }
    }

    @Test
    void thePortfolioShowsTheSealedAgainstTheRealisedAndTheBelievedApart() {
        jdbc.sql("insert into measurement_period (id, pilot_key, begins_on, ends_on, judgement, target_met,"
                        + " rituals_confirmed, measured_value, asserted_value, actual_cost, net_realised, promised_p50,"
                        + " version) values (?, ?, '2026-01-01', '2026-03-31', 'VISITED', false, false, 100, ?, 30, 70,"
                        + " 90, 0)")
                .params(pilot + "@2026-03-31", pilot, 555)
                .update();
        jdbc.sql("update pilot set business_unit = ? where pilot_key = ?")
                .params("Unit of " + pilot, pilot)
                .update();
        ValueFigures.Share share = values.byUnit().stream()
                .filter(found -> ("Unit of " + pilot).equals(found.name()))
                .findFirst()
                .orElseThrow();
        assertThat(share.measured()).isEqualByComparingTo("100");
        assertThat(share.net()).isEqualByComparingTo("70");
        assertThat(share.asserted()).isEqualByComparingTo("555");
        assertThat(share.sealed()).isEqualByComparingTo("51910");
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("portfolio-office").open("/portfolio/value").screenshot("portfolio-value");
            assertThat(browser.page()
                            .locator("tr", new Page.LocatorOptions().setHasText("Unit of " + pilot))
                            .innerText())
                    .contains("51,910.00", "100.00", "70.00", "555.00");
            assertThat(browser.barriers()).isEmpty();
            browser.open("/portfolio/value?lang=de").screenshot("portfolio-value-de");
            browser.page().setViewportSize(360, 740);
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("portfolio-value-360");
        }
    }

    @Test
    void theWatchListNamesTheDayOnWhichEachLimitDecides() {
        try (Browser browser = Browser.desktop(port)) {
            browser.signIn("portfolio-office").open("/portfolio/criteria").screenshot("criteria");
            assertThat(browser.page().locator("main").innerText())
                    .contains("Net value per year", "Decides on", "What is assumed");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.problems()).isEmpty();
            browser.open("/portfolio/criteria?lang=de").page().setViewportSize(360, 740);
            assertThat(browser.scrollsSideways()).isFalse();
            browser.screenshot("criteria-360-de");
        }
    }

    private void measure(LocalDate from, LocalDate to, String money, String believed, Boolean agreed) {
        Period period = new Period(pilot, from, to);
        List<FoundCost> found = List.of(
                FoundCost.of("SUPPORT", new BigDecimal("100.10"), "GBP", new BigDecimal("1.1735"), "EUR"),
                FoundCost.ofTokens(
                        new BigDecimal("12345678"),
                        new BigDecimal("2.5"),
                        "USD",
                        new BigDecimal("0.92"),
                        "EUR",
                        agreements
                                .tokens(
                                        period,
                                        LocalDate.ofInstant(time.now(), ZoneOffset.UTC)
                                                .minusDays(270))
                                .orElse(null)));
        ledger.add(
                period,
                new LedgerEntry.Statement(
                        "EUR",
                        List.of(
                                MoneyCaseOfABoard.line("Wrong deliveries", "measured", money, null),
                                MoneyCaseOfABoard.line("Overtime in the UK", "measured", "1000.01", "1.1735"),
                                MoneyCaseOfABoard.line("Better mood", "asserted", believed, null)),
                        new ActualCosts(
                                        new BigDecimal("120.10"),
                                        new BigDecimal("0.05"),
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO,
                                        new BigDecimal("333.33"),
                                        new BigDecimal("70.02"))
                                .plus(found),
                        found,
                        "The second group joined two weeks early.",
                        "finance-partner"),
                time.now());
        if (agreed != null) {
            ledger.countersign(period, agreed, agreed ? null : "The season is in it", "finance-partner-2", time.now());
        }
    }

    /** Every figure of the ledger table and of what is only believed, as the page shows it to an English reader. */
    private static Map<String, String> shown(Browser browser) {
        Map<String, String> figures = new TreeMap<>();
        browser.page()
                .locator("#ledger-table tr[data-entry]")
                .all()
                .forEach(row -> row.locator("data")
                        .all()
                        .forEach(figure -> figures.put(
                                row.getAttribute("data-entry") + " " + figure.getAttribute("data-figure"),
                                figure.innerText().replace(",", ""))));
        figures.put(
                "total asserted",
                browser.page().locator(".asserted data").innerText().replace(",", ""));
        return figures;
    }
}
