package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.DecisionTables;
import io.pilotage.workflow.Journeys;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PilotageTest
@RecordApplicationEvents
class RoiSignOffTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    RoiManagement roi;

    @Autowired
    MoneyCaseSealing sealing;

    @Autowired
    TimeMachine time;

    @Autowired
    Journeys journeys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DecisionTables tables;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationEvents events;

    @Test
    void lowTierIsSignedInTwoTasks() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        assertThat(cases.open(pilot)).containsExactly("signRoi");
        cases.complete(pilot, "signRoi", "finance-partner", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
        assertThat(sealing.latest(pilot).orElseThrow().signers()).isEqualTo("finance-partner");
        assertThat(roi.criteriaOf(pilot).orElseThrow().isComplete()).isTrue();
    }

    @Test
    void mediumTierIsSignedByFinanceAndSponsor() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
        cases.complete(pilot, "signRoi", "finance-partner-2", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ROI_SIGN_OFF);
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500000 | EUR | 2 | 500.000 EUR",
                "500000.01 | EUR | 3 | 500.000,01 EUR",
                "70000000 | JPY | 2 | 70.000.000 JPY, das sind 462.000 EUR zum Kurs 0,0066",
                "80000000 | JPY | 3 | 80.000.000 JPY, das sind 528.000 EUR zum Kurs 0,0066",
                "450000 | GBP | 3 | 450.000 GBP, das sind 540.000 EUR zum Kurs 1,2",
                "100 | SEK | 3 | 100 SEK. Ein Kurs in EUR ist nicht bekannt",
                "NULL | EUR | 3 | Betrag oder Währung ist nicht bekannt"
            },
            nullValues = "NULL")
    void whoSignsIsDecidedByTheAmountInThePolicyCurrencyAndTheFormSaysSo(
            @Nullable BigDecimal amount, String currency, int signers, String said) {
        String pilot = cases.registeredIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        jdbc.sql("update pilot set amount = ?, currency = ? where pilot_key = ?")
                .params(amount, currency, pilot)
                .update();
        pilots.travel(List.of(pilot));
        time.runDueJobs();
        MoneyCaseDrive.state(cases, pilot, Map.of(), Map.of("decision", "agree"));
        assertThat(cases.open(pilot)).hasSize(signers).containsOnly("signRoi");
        assertThat(inGerman(pilot)).contains(said);
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(signers == 2 ? Phase.GOVERNANCE_REVIEW : Phase.ROI_SIGN_OFF);
        if (signers == 3) {
            cases.complete(pilot, "signRoi", "governance-chair", Map.of("decision", "go"));
        }
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @Test
    void aCurrencyThatIsStatedWithTheMoneyDecidesToo() {
        String pilot = cases.registeredIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        jdbc.sql("update pilot set currency = null where pilot_key = ?")
                .param(pilot)
                .update();
        pilots.travel(List.of(pilot));
        time.runDueJobs();
        pilots.inCurrency(pilot, "JPY");
        MoneyCaseDrive.state(cases, pilot, Map.of(), Map.of("decision", "agree"));
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
        assertThat(inGerman(pilot)).contains("20.000 JPY, das sind 132 EUR zum Kurs 0,0066");
    }

    @Test
    void aRateThatIsChangedAfterwardsDoesNotChangeWhatDecided() throws IOException {
        String pilot = cases.registeredIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        jdbc.sql("update pilot set currency = 'GBP' where pilot_key = ?")
                .param(pilot)
                .update();
        pilots.travel(List.of(pilot));
        time.runDueJobs();
        MoneyCaseDrive.state(cases, pilot, Map.of(), Map.of("decision", "agree"));
        String dearer = Files.readString(Path.of("processes/pilot/approvalLevel.dmn"))
                .replace("<text>1.2</text>", "<text>99</text>");
        Deployment later = repository
                .createDeployment()
                .addString("processes/pilot/approvalLevel.dmn", dearer)
                .deploy();
        try {
            assertThat(tables.list(
                            "approvalLevel",
                            Map.of("gate", "G2", "tier", "medium", "amount", 20000d, "currency", "GBP")))
                    .as("the new rate counts for whoever is asked from now on")
                    .contains("governance-chair");
            assertThat(inGerman(pilot)).contains("20.000 GBP, das sind 24.000 EUR zum Kurs 1,2");
        } finally {
            repository.deleteDeployment(later.getId(), true);
        }
    }

    /** What runs since before currencies were asked for: the strictest row, never the bare number. */
    @Test
    void anAmountWithoutACurrencyIsNeverTakenAsABareNumber() {
        assertThat(tables.list("approvalLevel", Map.of("gate", "G1", "tier", "low", "amount", 1d)))
                .containsExactly("bu-sponsor", "governance-chair");
        assertThat(tables.list("approvalLevel", Map.of("gate", "G1", "tier", "low", "amount", 1d, "currency", "EUR")))
                .containsExactly("bu-sponsor");
        assertThat(tables.list("approvalLevel", Map.of("gate", "G2", "tier", "medium", "amount", 1d)))
                .contains("governance-chair");
        assertThat(tables.list("approvalLevel", Map.of("gate", "G4", "tier", "low")))
                .containsExactly("change-lead");
    }

    @Test
    void highTierMeetsEveryPart() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.HIGH);
        MoneyCaseDrive.state(cases, pilot, Map.of(), Map.of("decision", "agree"));
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    @Test
    void theSealKeepsTheFiguresTheSignersSaw() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        MoneyCaseSeal seal = sealing.latest(pilot).orElseThrow();
        assertThat(seal.signers()).isNull();
        assertThat(seal.figures().netValue()).isEqualByComparingTo("60000");
        assertThat(seal.figures().lossAtP10()).isEqualByComparingTo("0");
        assertThat(seal.figures().breakEvenVolume()).isEqualByComparingTo("1875");
        assertThat(seal.content()).contains("\"baseline\":{", "\"contract\":{", "\"cost\":{", "\"criteria\":{");
        assertThat(sealing.isSealed(pilot)).isTrue();
        assertThat(sealing.valuation(pilot)).isEqualTo(seal.valued());
        assertThat(seal.valued().orElseThrow().terms().seed()).isEqualTo(pilot.hashCode());
        assertThat(seal.content()).contains("\"seed\":" + pilot.hashCode());
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        assertThat(sealing.latest(pilot).orElseThrow().signers()).isEqualTo("finance-partner-2,bu-sponsor");
        assertThat(sealing.isSealed(pilot)).isTrue();
    }

    @Test
    void theSealOfTheShortPathHoldsTheContractOfTheAcceptance() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        assertThat(sealing.latest(pilot).orElseThrow().content()).contains("\"signedBy\":\"decision-owner\"");
        cases.complete(pilot, "signRoi", "finance-partner", Map.of("decision", "go"));
        assertThat(sealing.isSealed(pilot)).isTrue();
    }

    @Test
    void theSignedFiguresAreAnnounced() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        MoneyCaseSigned signed = events.stream(MoneyCaseSigned.class)
                .filter(event -> event.pilotKey().equals(pilot))
                .findFirst()
                .orElseThrow();
        assertThat(signed.figures().p10()).isEqualByComparingTo("40000");
        assertThat(signed.figures().targetAdoption()).isEqualTo(70);
        assertThat(signed.criteria()).hasSize(3);
        assertThat(signed.signers()).containsExactly("finance-partner-2", "bu-sponsor");
    }

    @Test
    void whatIsChangedAfterTheSealIsNoticed() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        CostToServe cost = roi.costOf(pilot).orElseThrow();
        roi.state(cost.confirmed("it-operations", BigDecimal.TEN, BigDecimal.ZERO, "Afterwards"));
        assertThat(sealing.isSealed(pilot)).isFalse();
    }

    @Test
    void aHeldMoneyCaseComesBackOnItsDay() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        MoneyCaseDrive.sign(cases, pilot, hold());
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.HELD);
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(31));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
    }

    @Test
    void aHoldCanBeLifted() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        MoneyCaseDrive.sign(cases, pilot, hold());
        assertThat(journeys.tell("roiHoldLifted", pilot, Map.of())).isTrue();
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
    }

    @Test
    void oneSignerIsEnoughToEndThePilot() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        cases.complete(pilot, "signRoi", "finance-partner-2", Map.of("decision", "kill", "reasonCode", "value"));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void silenceNeverSigns() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        time.moveBy(Duration.ofDays(120));
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
        assertThat(sealing.latest(pilot).orElseThrow().signers()).isNull();
    }

    private static Map<String, Object> hold() {
        return MoneyAnswers.with(
                Map.of(), "decision", "hold", "holdUntil", LocalDate.now().plusDays(30), "reasonCode", "capacity");
    }

    private String inGerman(String pilot) {
        LocaleContextHolder.setLocale(Locale.GERMAN);
        try {
            return String.valueOf(
                    cases.shown(cases.anyTask(pilot, "signRoi"), "bu-sponsor").get("context"));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
