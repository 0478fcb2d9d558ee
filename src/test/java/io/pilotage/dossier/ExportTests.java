package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.dossier.Export.Kind;
import io.pilotage.dossier.Export.Progress;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.verify.DossierCheck;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exports over many pilots: who may, what is in them, and how they go on after whoever made them is gone. */
@PilotageTest
class ExportTests {

    @Autowired
    Cases cases;

    @Autowired
    ExportManagement management;

    @Autowired
    Exports exports;

    @Autowired
    ExportStep step;

    @Autowired
    Zipped zipped;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String unit = "Unit " + UUID.randomUUID();
    private ExportDrive drive;
    private String one = "";
    private String two = "";

    @BeforeEach
    void twoPilotsOfAUnit() {
        drive = new ExportDrive(management, step, zipped, jdbc, unit);
        one = cases.propose(Cases.LOW, Map.of("businessUnit", unit));
        two = cases.propose(Cases.MEDIUM, Map.of("businessUnit", unit));
    }

    @Test
    void dossiersOfAFilterAreOneArchiveOfDossiersThatPass() throws IOException {
        Export export = drive.ask(Kind.DOSSIERS);
        drive.finish(export);
        Map<String, byte[]> files = drive.fetched(export);
        assertThat(files).containsOnlyKeys("index.json", "dossier-" + one + ".zip", "dossier-" + two + ".zip");
        for (String pilot : List.of(one, two)) {
            byte[] dossier = files.get("dossier-" + pilot + ".zip");
            assertThat(DossierCheck.check(dossier, null).findings()).isEmpty();
            assertThat(new String(files.get("index.json"), StandardCharsets.UTF_8))
                    .contains("\"" + pilot + "\":\"" + Sha256.hex(dossier) + "\"");
            assertThat(drive.recorded("dossierExported", pilot)).isEqualTo(1);
        }
        assertThat(drive.recorded("exportAsked", export.id())).isEqualTo(1);
        assertThat(drive.recorded("exportMade", export.id())).isEqualTo(1);
    }

    @Test
    void boardPackIsOneDocumentWithAPageForEachPilot() throws IOException {
        measuredOnAnAssumption(one);
        for (String language : List.of("en", "de")) {
            Export export = management.ask(
                    Kind.BOARD_PACK, Locale.forLanguageTag(language), drive.ofUnit(), "governance-chair");
            drive.finish(export);
            byte[] pdf = management.boardPack(export.id());
            Files.write(Path.of("target/board-pack-" + language + ".pdf"), pdf);
            ArchivePdf read = new ArchivePdf(pdf);
            assertThat(read.faults()).isEmpty();
            assertThat(read.bookmarks()).hasSize(4);
            assertThat(read.text())
                    .contains(one, two, unit)
                    .contains(language.equals("en") ? "Only assumed" : "Nur angenommen", "Fewer calls");
        }
    }

    /** Money is shown, and what it only assumes with it. */
    private void measuredOnAnAssumption(String pilot) {
        jdbc.sql("insert into metric_bridge (pilot_key, version) values (?, 0)")
                .param(pilot)
                .update();
        jdbc.sql("insert into effect_chain (pilot_key, position, technical_metric, unit_outcome, outcome_basis, lever,"
                        + " amount, money_basis, money_evidence) values (?, 0, 'Precision', 'Fewer calls', 'assumption',"
                        + " 'cost', 1000, 'evidence', 'Bills')")
                .param(pilot)
                .update();
        jdbc.sql("insert into measurement_period (id, pilot_key, begins_on, ends_on, judgement, target_met,"
                        + " rituals_confirmed, measured_value, asserted_value, actual_cost, net_realised, promised_p50,"
                        + " version) values (?, ?, '2026-01-01', '2026-03-31', 'VISITED', false, false, 100, 0, 30, 70,"
                        + " 90, 0)")
                .params(pilot + "@2026-03-31", pilot)
                .update();
    }

    /** Somebody who began a pilot and died leaves it claimed; after a while the next one takes it, and only once. */
    @Test
    void exportGoesOnAfterACrashAndNothingIsHandedOutTwice() {
        Export export = drive.ask(Kind.DOSSIERS);
        Exports.Claim abandoned = exports.claim(export.id(), time.now()).orElseThrow();
        assertThat(step.step(export.id())).isEqualTo(ExportStep.Next.STEP);
        assertThat(step.step(export.id())).isEqualTo(ExportStep.Next.WAIT);
        assertThat(management.progress(export.id())).isEqualTo(new Progress(2, 1, 0));
        assertThatThrownBy(() -> management.fetch(export.id(), "audit-read")).hasMessageContaining("running");

        time.moveBy(Exports.PATIENCE.plusSeconds(2));
        drive.finish(export);
        assertThat(management.progress(export.id())).isEqualTo(new Progress(2, 2, 0));
        assertThat(exports.settle(export.id(), abandoned, "DONE", new byte[] {1}, "late", null))
                .isFalse();
        assertThat(drive.recorded("dossierExported", one)).isEqualTo(1);
        assertThat(drive.recorded("dossierExported", two)).isEqualTo(1);
        assertThat(step.step(export.id())).isEqualTo(ExportStep.Next.NOTHING);
    }

    @Test
    void onlySomeRolesTakeManyPilotsWithThem() {
        for (String person : List.of("bu-sponsor", "process-admin", "decision-owner")) {
            assertThat(Caller.session(port, person).get("/portfolio/exports").status())
                    .isEqualTo(403);
            assertThatThrownBy(() -> management.ask(Kind.DOSSIERS, Locale.ENGLISH, drive.ofUnit(), person))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("notYours");
        }
        assertThat(Caller.session(port, "bu-sponsor").get("/portfolio").body()).doesNotContain("BOARD_PACK");
        assertThat(Caller.session(port, "audit-read").get("/portfolio").body()).contains("kind=BOARD_PACK");
    }

    @Test
    void callsAskWatchAndFetch() {
        Caller office = Caller.session(port, "portfolio-office");
        String filter = "&unit=" + unit.replace(" ", "%20");
        Caller.Answer asked = office.form("/api/exports?kind=BOARD_PACK" + filter, Map.of());
        assertThat(asked.status()).isEqualTo(201);
        String progress = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> office.get(asked.location()).body(), body -> body.contains("\"DONE\""));
        assertThat(progress).contains("\"total\":2", "\"done\":2", "\"failed\":0");
        assertThat(office.get(asked.location() + "/file").body()).startsWith("%PDF-1.");
        assertThat(drive.recorded("exportFetched", asked.location().substring("/api/exports/".length())))
                .isEqualTo(1);
        assertThat(Caller.session(port, "audit-read")
                        .page(asked.location().replace("/api/", "/portfolio/"))
                        .body())
                .contains("Ready: 2 pilots are in it.");

        assertThat(office.form("/api/exports?kind=DOSSIERS&unit=nobody-has-it", Map.of())
                        .body())
                .contains("dossier.export.none", "No pilot fits the filter");
        assertThat(office.form("/api/exports?kind=DOSSIERS&phase=LUNCH", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(office.get("/api/exports/none").status()).isEqualTo(404);
    }

    @Test
    void pagesFitAPhoneAndSpeakTwoLanguages() {
        Export done = drive.ask(Kind.DOSSIERS);
        drive.finish(done);
        Export running = management.ask(Kind.BOARD_PACK, Locale.GERMAN, drive.ofUnit(), "portfolio-office");
        try (Browser desktop = Browser.desktop(port);
                Browser phone = Browser.phone(port)) {
            phone.page().setViewportSize(360, 800);
            for (Browser browser : List.of(desktop.signIn("audit-read"), phone.signIn("audit-read"))) {
                for (String language : List.of("en", "de")) {
                    look(browser, "/portfolio/exports", "exports-" + language, language);
                    look(browser, "/portfolio/exports/" + done.id(), "export-done-" + language, language);
                    look(browser, "/portfolio/exports/" + running.id(), "export-running-" + language, language);
                }
            }
        }
        drive.finish(running);
    }

    private static void look(Browser browser, String path, String name, String language) {
        browser.open(path + "?lang=" + language).screenshot(name);
        assertThat(browser.barriers()).as(name).isEmpty();
        assertThat(browser.scrollsSideways()).as(name).isFalse();
        assertThat(browser.problems()).as(name).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        Export export = drive.ask(Kind.DOSSIERS);
        drive.finish(export);
        time.moveBy(ExportManagement.KEPT.plusDays(1));
        management.forget();
        assertThat(management.find(export.id())).isEmpty();
        assertThat(exports.parts(export.id())).isEmpty();
    }
}
