package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.ChainExport;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.DossierCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The dossier of a case that was really worked on, and what a forger can do to it. */
@PilotageTest
class DossierTests {

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    PilotManagement pilots;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ChainExport chains;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private String pilot;

    @BeforeEach
    void workOnACase() {
        pilot = cases.propose(Cases.MEDIUM, Map.of());
        pilots.become(pilot, PilotStatus.WITHDRAWN, StallReason.VALUE, "no longer wanted");
    }

    @Test
    void dossierPassesAndIsTheSameTwice() {
        byte[] first = dossiers.pack(pilot, "audit-read");
        byte[] second = dossiers.pack(pilot, "somebody-else");
        assertThat(first).isEqualTo(second);
        DossierCheck.Verdict verdict = DossierCheck.check(first, null);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.caseKey()).isEqualTo(pilot);
        assertThat(verdict.entries()).isPositive();
        assertThat(DossierCheck.check(first, verdict.key()).passed()).isTrue();
        assertThat(DossierCheck.check(first, "0".repeat(64)).findings().get(0).what())
                .contains("foreign key");
    }

    /** In a process of its own, without our class path, as an auditor does. */
    @Test
    void verifierInTheDossierRunsByItself() throws Exception {
        byte[] dossier = dossiers.pack(pilot, "audit-read");
        Path archive = Files.write(folder.resolve("dossier.zip"), dossier);
        Path jar = Files.write(folder.resolve("verify.jar"), new VerifierJar().pack());
        assertThat(run(jar, archive)).startsWith("PASS  case " + pilot);

        byte[] changed = dossier.clone();
        changed[dossier.length / 2] ^= 1;
        assertThat(run(jar, Files.write(folder.resolve("changed.zip"), changed)))
                .startsWith("FAIL  ");
    }

    /** Whoever has the database and the key can write a case anew and sign it, but not what an auditor has kept. */
    @Test
    void earlierDossierThatSomebodyKeptShowsWhetherAllOfItIsStillThere() throws Exception {
        Path kept = Files.write(folder.resolve("kept.zip"), dossiers.pack(pilot, "audit-read"));
        Path jar = Files.write(folder.resolve("verify.jar"), new VerifierJar().pack());
        transactions.executeWithoutResult(status -> trail.append(
                TrailEntry.of(pilot, Instant.now(), "bu-sponsor", "holdLifted").build()));
        Path later = Files.write(folder.resolve("later.zip"), dossiers.pack(pilot, "audit-read"));
        assertThat(run(jar, later, "--since", kept.toString())).startsWith("PASS  case " + pilot);
        assertThat(run(jar, kept, "--since", later.toString()))
                .contains("FAIL  " + pilot + ", entry ", "the earlier dossier holds this entry, and it is missing");

        String other = cases.propose(Cases.LOW, Map.of());
        Path foreign = Files.write(folder.resolve("other.zip"), dossiers.pack(other, "audit-read"));
        assertThat(run(jar, later, "--since", foreign.toString())).contains("of another case, " + other);
        assertThat(run(jar, later, "--since", folder.resolve("none.zip").toString()))
                .contains("none.zip: the file cannot be read");
        assertThat(run(jar, later, "--until", kept.toString())).startsWith("Usage:");

        Path anew = Files.write(
                folder.resolve("anew.zip"),
                Forgery.writtenAnew(Files.readAllBytes(later), pilot, chains.keyId(), chains::sign));
        assertThat(run(jar, anew)).startsWith("PASS");
        assertThat(run(jar, anew, "--since", kept.toString()))
                .contains(
                        "FAIL  " + pilot + ", entry 1: the earlier dossier holds another entry in this place",
                        "the tree was built anew");
    }

    @Test
    void onlyWhoMayReadTheCaseGetsItAndThatIsRecorded() {
        assertThat(Caller.session(port, "audit-read")
                        .get("/pilots/" + pilot + "/dossier")
                        .status())
                .isEqualTo(200);
        assertThat(Caller.anonymous(port).get("/pilots/" + pilot + "/dossier").status())
                .isIn(302, 401);
        assertThat(Caller.session(port, "audit-read")
                        .get("/pilots/P-none/dossier")
                        .status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from trail_entry where kind = 'dossierExported' and content like ?")
                        .param("%\"" + pilot + "\"%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String run(Path jar, Path archive, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                archive.toString()));
        arguments.addAll(List.of(options));
        ProcessBuilder command = new ProcessBuilder(arguments).redirectErrorStream(true);
        // What a machine adds to every Java process is said before anything else.
        command.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
