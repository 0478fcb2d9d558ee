package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.seal.Seal;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealReading;
import io.pilotage.seal.SealedLine;
import io.pilotage.seal.Seals;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** The decision contract: accepted by name, versioned, printed on one page, and reopened when it expires. */
@PilotageTest
class DecisionContractTests {

    @Autowired
    Cases cases;

    @Autowired
    RoiManagement roi;

    @Autowired
    Seals seals;

    @Autowired
    SealReading reading;

    @Autowired
    GateKeeper gates;

    @Autowired
    KillOrDefend kills;

    @Autowired
    Trail trail;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private String pilot;

    @BeforeEach
    void acceptForThirtyDays() {
        pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        cases.complete(pilot, "signDecisionContract", "decision-owner", objecting(today().plusDays(30)));
        cases.complete(pilot, "modelCostToServe", "finance-partner", MoneyAnswers.cost());
        cases.complete(pilot, "confirmRunCost", "it-operations", Map.of());
        cases.complete(pilot, "agreeKillCriteria", "bu-sponsor", Map.of());
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
    }

    @Test
    void itSaysWhoLosesAuthorityAndWhatWasAnswered() {
        DecisionContract contract = roi.contractOf(pilot).orElseThrow();
        assertThat(contract.affected()).isNotNull();
        assertThat(contract.affected().losesAuthority()).isEqualTo("Shift leads");
        assertThat(contract.affected().objectionAnswer()).isEqualTo("You decide against it whenever you see fit");
        Seal seal = seals.signed(pilot, SealKind.DECISION_CONTRACT).orElseThrow();
        assertThat(seal.content()).doesNotContain("decision-owner", "Shift leads", "Only signing off");
        assertThat(reading.lines(seal)).extracting(SealedLine::value).contains("Shift leads", "decision-owner");
    }

    @Test
    void anObjectionWithoutAnAnswerIsRefused() {
        String other = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        cases.complete(other, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        cases.complete(other, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(other, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        Map<String, Object> unanswered = objecting(today().plusDays(30));
        unanswered.put("objectionAnswer", " ");
        assertThatThrownBy(() -> cases.complete(other, "signDecisionContract", "decision-owner", unanswered))
                .isInstanceOf(RuntimeException.class);
        assertThat(seals.of(other)).isEmpty();
        assertThat(cases.open(other)).contains("signDecisionContract");
    }

    @Test
    void itExpiresReopensAndIsRenewedUnderANewVersion() {
        time.moveBy(Duration.ofDays(29));
        assertThat(cases.open(pilot)).doesNotContain("renewDecisionContract");
        assertThat(gates.missing(pilot, Gate.G4)).doesNotContain("contractInForce");
        time.moveBy(Duration.ofDays(3));
        assertThat(cases.open(pilot)).contains("renewDecisionContract");
        for (Gate gate : List.of(Gate.G3, Gate.G4, Gate.G5, Gate.G6)) {
            assertThat(gates.missing(pilot, gate)).contains("contractInForce");
        }
        assertThat(trail.of(pilot, TrailFilter.ALL.ofKinds("contractExpired"), PageRequest.of(0, 5)))
                .hasSize(1);
        assertThat(page("en")).contains("It expired on");
        renew(Map.of("decision", "renew", "reason", "Another year", "onCall", "Help desk 2"));
        assertThat(gates.missing(pilot, Gate.G4)).doesNotContain("contractInForce");
        List<Seal> versions = seals.of(pilot).stream()
                .filter(seal -> seal.kind() == SealKind.DECISION_CONTRACT)
                .toList();
        assertThat(versions).hasSize(2);
        assertThat(reading.origin(versions.get(1)).requesters()).containsExactly("decision-owner");
        assertThat(reading.origin(versions.get(1)).reason()).isEqualTo("Another year");
        assertThat(cases.open(pilot)).doesNotContain("renewDecisionContract");
    }

    @Test
    void whoRenewsSeesTheTermsThatExpired() {
        time.moveBy(Duration.ofDays(32));
        String task = cases.anyTask(pilot, "renewDecisionContract").getId();
        cases.as("decision-owner", () -> {
            engine.getTaskService().claim(task, "decision-owner");
            return null;
        });
        assertThat(cases.shown(cases.anyTask(pilot, "renewDecisionContract"), "decision-owner"))
                .containsEntry("renewDecisionContract_losesAuthority", "Shift leads")
                .containsEntry("renewDecisionContract_scenario1_situation", "As agreed");
    }

    @Test
    void whoDoesNotAnswerForItAnyMoreCallsThePilotIntoQuestion() {
        time.moveBy(Duration.ofDays(32));
        renew(Map.of("decision", "giveUp", "reason", "Nobody asked the shift leads"));
        assertThat(kills.current(pilot)).isPresent();
        assertThat(gates.missing(pilot, Gate.G4)).contains("contractInForce");
    }

    @Test
    void silenceRenewsNothing() {
        time.moveBy(Duration.ofDays(60));
        assertThat(cases.open(pilot)).contains("renewDecisionContract");
        assertThat(gates.missing(pilot, Gate.G4)).contains("contractInForce");
    }

    @Test
    void aNewContractTakesThePlaceOfTheOneThatIsWatched() {
        String other = MoneyCaseDrive.toSignatures(cases);
        MoneyCaseDrive.sign(cases, other, Map.of("decision", "rework", "reasonCode", "value"));
        cases.complete(other, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        cases.complete(other, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(other, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        cases.complete(other, "signDecisionContract", "decision-owner", Map.of("contractEnds", today().plusDays(700)));
        time.moveBy(Duration.ofDays(400));
        assertThat(cases.open(other)).doesNotContain("renewDecisionContract");
    }

    @Test
    void itPrintsOnOnePageInBothLanguagesAndFitsAPhone() {
        assertThat(page("en")).contains("Shift leads", "It objects: Only signing off", "accepted version 1");
        assertThat(page("de")).contains("Sie widerspricht: Only signing off", "Fassung 1");
        try (Browser browser = Browser.desktop(port)
                .signIn("audit-read")
                .open("/pilots/" + pilot + "/decision-contract?lang=en")
                .screenshot("contract")) {
            assertThat(browser.barriers()).isEmpty();
            assertThat(pages(browser.page().pdf())).isEqualTo(1);
        }
        try (Browser browser = Browser.phone(port).signIn("audit-read")) {
            browser.page().setViewportSize(360, 780);
            browser.open("/pilots/" + pilot + "/decision-contract?lang=de").screenshot("contract-de");
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.problems()).isEmpty();
        }
        assertThat(Caller.anonymous(port)
                        .get("/pilots/" + pilot + "/decision-contract")
                        .status())
                .isIn(302, 401);
    }

    private static long pages(byte[] pdf) {
        return java.util.regex.Pattern.compile("/Type\\s*/Page[^s]")
                .matcher(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private String page(String language) {
        return Caller.session(port, "audit-read")
                .get("/pilots/" + pilot + "/decision-contract?lang=" + language)
                .body();
    }

    private void renew(Map<String, ?> answers) {
        Map<String, Object> given = new HashMap<>(answers);
        if (answers.get("decision").equals("renew")) {
            given.put("contractEnds", today().plusDays(365));
        }
        cases.complete(pilot, "renewDecisionContract", "decision-owner", given);
    }

    private Map<String, Object> objecting(LocalDate ends) {
        return new HashMap<>(Map.of(
                "losesAuthority", "Shift leads",
                "authorityView", "objects",
                "objection", "Only signing off",
                "objectionAnswer", "You decide against it whenever you see fit",
                "contractEnds", ends));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
