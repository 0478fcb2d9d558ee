package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.ChainExport;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CaseRoutes.Route;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateOutcome;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The document in the dossier: fit for archives and screen readers, and it says what happened, what not, and nothing else. */
@PilotageTest
class DossierDocumentTests {

    /** Short enough to stand in the heading as a whole. */
    private static final String HOSTILE =
            "<b>Größe</b> &amp; \"[[${7*7}]]\" {{7*7}} 日本 \uD83D\uDE00 <img src='http://127.0.0.1:9/x'/>";

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    ChainExport chains;

    @Autowired
    ModelsInForce models;

    @Autowired
    CaseDocument document;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TimeMachine time;

    @Autowired
    ExpectedRecords expected;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void documentIsForArchivesAndScreenReadersAndTheSameTwice(String language) throws IOException {
        String pilot = chartered();
        byte[] pdf = pdf(pilot, language);
        ArchivePdf read = new ArchivePdf(pdf);
        Files.write(Path.of("target/dossier-" + language + ".pdf"), pdf);
        assertThat(read.faults()).isEmpty();
        assertThat(pdf(pilot, language)).isEqualTo(pdf);
        assertThat(read.bookmarks()).hasSize(9).contains(language.equals("en") ? "Decisions" : "Entscheidungen");
    }

    @Test
    void everyEntryIsThereWithItsHashAndEveryDecisionWithItsSigner() {
        String pilot = chartered();
        String text = new ArchivePdf(pdf(pilot, "en")).text();
        chains.of(pilot)
                .orElseThrow()
                .readable()
                .forEach(entry -> assertThat(text).contains(entry.hash()));
        assertThat(text)
                .contains("G1 Charter", "(Business sponsor)", "(Decision owner)", "Logistik Süd", "no longer wanted")
                .contains("Withdrawn on", "Nothing that was asked for is absent.");
    }

    @Test
    void hostileWordsAreOnlyWords() {
        String pilot = cases.propose(Cases.LOW, Map.of("title", HOSTILE));
        ArchivePdf read = new ArchivePdf(pdf(pilot, "en"));
        assertThat(read.faults()).isEmpty();
        assertThat(read.text())
                .contains("<b>Größe</b> &amp; \"[[${7*7}]]\" {{7*7}} ## # <img src='http://127.0.0.1:9/x'/>");
    }

    @Test
    void gateThatWasPassedWithoutADecisionIsNamed() {
        String pilot = cases.registeredIn(Phase.GOVERNANCE_REVIEW, Cases.MEDIUM);
        accountabilities.name(pilot, "pilot-owner", "pilot-owner");
        pilots.become(pilot, PilotStatus.WITHDRAWN, StallReason.VALUE, "no longer wanted");
        assertThat(new ArchivePdf(pdf(pilot, "en")).text())
                .contains("G1 Charter: the pilot has passed it, and no decision to open it is on record.")
                .contains("G2 Money case: the pilot has passed it")
                .doesNotContain("G3 Authorisation: the pilot has passed it");
    }

    @Test
    void sealIsShownWithItsVersionItsHashAndItsText() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        String hash = "5ea1".repeat(16);
        transactions.executeWithoutResult(status -> trail.append(TrailEntry.of(
                        pilot, time.now(), "pilot-owner", "sealed")
                .argument("seal", "kill-criteria")
                .argument("version", 2)
                .details(Map.of(
                        "version", 2, "sha256", hash, "content", Map.of("criteria", Map.of("metric", "Stock value"))))
                .build()));
        assertThat(new ArchivePdf(pdf(pilot, "en")).text())
                .contains("Seals: the agreed texts and who signed them")
                .contains("content / criteria / metric Stock value")
                .contains("version 2")
                .contains("sha256 " + hash);
    }

    /** What a table asked for at the time, although nobody could leave it out here. */
    @Test
    void stepAndSignatureThatATableAskedForAreNamed() throws IOException {
        String pilot = cases.registeredIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        Route discovery = new Route(
                "discovery",
                1,
                Files.readString(Path.of("processes/discovery/discovery.bpmn")),
                true,
                Set.of(),
                Set.of(),
                Set.of("mapDecisionMoment", "planChange"),
                Set.of("bu-sponsor"));
        List<String> absent = Language.speak(
                Locale.ENGLISH,
                () -> expected.absent(
                        pilots.get(pilot),
                        List.of(new GateDecided(pilot, Gate.G1, GateOutcome.GO, List.of(), null, Instant.EPOCH)),
                        List.of(discovery),
                        List.of(),
                        new ModelsInForce.Found(Map.of(), List.of("models/discovery-1.bpmn"))));
        assertThat(absent)
                .containsExactly(
                        "“Map decision moment” was asked for in the phase “Discovery” and has no answer.",
                        "G1 Charter: the signature of this role was asked for and is not there: Business sponsor.",
                        "models/discovery-1.bpmn: an entry names this version, and it was deleted.");
    }

    /** A pilot that passed its first gate and was withdrawn in the second phase. */
    private String chartered() {
        String pilot = cases.propose(Cases.LOW, Map.of("businessUnit", "Logistik Süd"));
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go", "reason", "no longer wanted"));
        pilots.become(pilot, PilotStatus.WITHDRAWN, StallReason.VALUE, "no longer wanted");
        return pilot;
    }

    private byte[] pdf(String pilot, String language) {
        var entries = chains.of(pilot).orElseThrow().readable();
        return document.pdf(pilots.get(pilot), entries, models.of(entries), Locale.forLanguageTag(language));
    }
}
