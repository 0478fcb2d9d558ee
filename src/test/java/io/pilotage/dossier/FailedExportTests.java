package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.dossier.Export.Kind;
import io.pilotage.dossier.Export.Progress;
import io.pilotage.pilot.Phase;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exports of which a part, or the whole, cannot be made: each says so, in words for whoever asked. */
@PilotageTest
class FailedExportTests {

    @Autowired
    Cases cases;

    @Autowired
    ExportManagement management;

    @Autowired
    ExportStep step;

    @Autowired
    Zipped zipped;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String unit = "Unit " + UUID.randomUUID();
    private ExportDrive drive;
    private String one = "";

    @BeforeEach
    void twoPilotsOfAUnit() {
        drive = new ExportDrive(management, step, zipped, jdbc, unit);
        one = cases.propose(Cases.LOW, Map.of("businessUnit", unit));
        cases.propose(Cases.MEDIUM, Map.of("businessUnit", unit));
    }

    /** A pilot that came in without any entry has no dossier; the others have. */
    @Test
    void pilotThatCannotBePutInIsNamedAndLeftOut() throws IOException {
        String silent = cases.registeredIn(Phase.ROLLOUT, Cases.LOW);
        jdbc.sql("update pilot set business_unit = ? where pilot_key = ?")
                .params(unit, silent)
                .update();
        Export export = drive.ask(Kind.DOSSIERS);
        drive.finish(export);
        assertThat(management.progress(export.id())).isEqualTo(new Progress(3, 2, 1));
        assertThat(new String(drive.fetched(export).get("index.json"), StandardCharsets.UTF_8))
                .contains("\"" + silent + "\":\"missing: There is nothing on the trail of " + silent);
    }

    /** What cannot be made ends and says so, instead of being tried for ever. */
    @Test
    void boardPackThatCannotBeMadeEnds() {
        Export export = drive.ask(Kind.BOARD_PACK);
        assertThat(step.step(export.id())).isEqualTo(ExportStep.Next.STEP);
        assertThat(step.step(export.id())).isEqualTo(ExportStep.Next.STEP);
        jdbc.sql("update dossier_export_case set content = 'no summary' where export_id = ? and position = 1")
                .param(export.id())
                .update();
        assertThat(step.step(export.id())).isEqualTo(ExportStep.Next.NOTHING);
        assertThat(management.get(export.id()).state()).isEqualTo(Export.State.FAILED);
        assertThatThrownBy(() -> management.fetch(export.id(), "audit-read")).hasMessageContaining("notMade");
        assertThat(drive.recorded("exportNotMade", export.id())).isEqualTo(1);
        Caller auditor = Caller.session(port, "audit-read");
        assertThat(auditor.page("/portfolio/exports/" + export.id()).body())
                .contains("The export could not be made")
                .doesNotContain("/file");
        assertThat(auditor.get("/portfolio/exports/" + export.id() + "/file").status())
                .isEqualTo(409);
        assertThat(auditor.page("/operations/trail?of=EXPORT&lang=en").body())
                .contains("Board pack, asked for by", ": could not be made.");
    }

    /** Whoever fetches it is told where to look, not which class of ours failed. */
    @Test
    void dossierThatFailsUnexpectedlyIsLeftOutInPlainWords() throws IOException {
        Export export = drive.ask(Kind.DOSSIERS);
        Map<String, Object> kept = jdbc.sql("select status from pilot where pilot_key = ?")
                .param(one)
                .query()
                .singleRow();
        jdbc.sql("update pilot set status = 'LUNCH' where pilot_key = ?")
                .param(one)
                .update();
        try {
            drive.finish(export);
        } finally {
            jdbc.sql("update pilot set status = ? where pilot_key = ?")
                    .params(kept.get("status"), one)
                    .update();
        }
        assertThat(management.progress(export.id())).isEqualTo(new Progress(2, 1, 1));
        assertThat(new String(drive.fetched(export).get("index.json"), StandardCharsets.UTF_8))
                .contains("\"" + one + "\":\"missing: This dossier could not be made. The log of ");
    }
}
