package io.pilotage.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@PilotageTest
class DiscoveryJourneyTests {

    private static final Map<String, Object> NAMED = Map.of("moreNames", true, "dataOwner", "data-owner");

    @Autowired
    Cases cases;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    PilotManagement pilots;

    @Autowired
    TimeMachine time;

    @Autowired
    GateKeeper gates;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DiscoveryInWords found;

    @Test
    void lowTierIsCharteredInTwoTasks() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ROI_SIGN_OFF);
    }

    @Test
    void declinedAccountabilityGoesBackToTheSponsor() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "decline"));
        assertThat(cases.open(pilot)).containsExactly("nameDecisionOwner");
        cases.complete(
                pilot,
                "nameDecisionOwner",
                "bu-sponsor",
                Map.of("decision", "name", "decisionOwner", "decision-owner-2"));
        assertThat(cases.anyTask(pilot, "acceptAccountability").getAssignee()).isEqualTo("decision-owner-2");
    }

    @Test
    void silenceNeverApproves() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        time.moveBy(Duration.ofDays(60));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void theRequesterDoesNotApprove() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThatThrownBy(() -> cases.submit(pilot, "decideCharter", "pilot-owner", Map.of()))
                .hasMessageContaining("role");
    }

    @Test
    void fromMediumTierOnEveryStepIsMetAndTwoSign() {
        String pilot = cases.propose(Cases.MEDIUM, NAMED);
        cases.complete(pilot, "mapDecisionMoment", "frontline-lead", Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).containsExactly("discloseDemoConditions", "sketchFeasibility");
        cases.complete(pilot, "discloseDemoConditions", "pilot-owner", Map.of("delta1_owner", "pilot-owner"));
        cases.complete(pilot, "sketchFeasibility", "data-owner", Map.of("source1_owner", "data-owner"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter", "decideCharter");
        assertThatThrownBy(() -> cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go")))
                .hasMessageContaining("G1");
        for (String role :
                List.of("finance-partner", "it-operations", "change-lead", "pilot-owner", "frontline-lead")) {
            accountabilities.name(pilot, role, role);
            accountabilities.accept(pilot, role, role);
        }
        cases.complete(pilot, "decideCharter", "bu-sponsor", granted(15000, "2090-03-31"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.DISCOVERY);
        assertThat(pilots.get(pilot).grantedAmount())
                .as("not everybody has spoken")
                .isNull();
        cases.complete(pilot, "decideCharter", "governance-chair", granted(18000, "2090-02-28"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ROI_SIGN_OFF);
        assertThat(pilots.get(pilot).grantedAmount()).isEqualByComparingTo("15000");
        assertThat(pilots.get(pilot).proposal().timeBoxUntil()).isEqualTo(LocalDate.of(2090, 2, 28));
        assertThat(pilots.get(pilot).proposal().amount())
                .as("what was asked for stays")
                .isEqualByComparingTo("20000");
    }

    @Test
    void beingNamedIsNotAcceptingAndALostPersonShutsEveryGate() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        assertThat(missing(pilot, Gate.G1))
                .contains("decisionOwnerAccepted")
                .doesNotContain("accountable:decision-owner");
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(missing(pilot, Gate.G1)).isEmpty();
        accountabilities.vacate(pilot, "frontline-lead", "portfolio-office");
        for (Gate gate : List.of(Gate.G2, Gate.G3, Gate.G4, Gate.G5, Gate.G6)) {
            assertThat(missing(pilot, gate)).as(gate.name()).contains("noRoleVacant");
        }
        accountabilities.name(pilot, "frontline-lead", "frontline-lead");
        assertThat(missing(pilot, Gate.G2)).doesNotContain("noRoleVacant");
    }

    @Test
    void whatIsLikeAnotherPilotNamesOneThatIsThere() {
        Map<String, String> nowhere =
                Map.of("joinOrDiffer", "differ", "similarPilot", "P-nowhere", "difference", "Another site");
        assertThatThrownBy(() -> cases.propose(Cases.LOW, nowhere)).hasStackTraceContaining("pilot.similar.unknown");
        Map<String, String> there = Map.of(
                "joinOrDiffer",
                "differ",
                "similarPilot",
                cases.propose(Cases.LOW, Map.of()),
                "difference",
                "Elsewhere");
        assertThat(pilots.get(cases.propose(Cases.LOW, there)).proposal().difference())
                .isEqualTo("Elsewhere");
    }

    @Test
    void whatDiscoveryFoundIsShownInTheReadersWords() {
        String pilot = cases.propose(Cases.MEDIUM, NAMED);
        cases.complete(pilot, "mapDecisionMoment", "frontline-lead", Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(
                pilot,
                "discloseDemoConditions",
                "pilot-owner",
                Map.of("delta1_kind", "dependencies", "delta1_owner", "pilot-owner"));
        Map<String, Object> sketched = new HashMap<>(Map.of(
                "source1_owner", "data-owner",
                "source1_access", "needed",
                "source1_accessBy", "2090-03-31",
                "workload1_placement", "edge"));
        cases.complete(pilot, "sketchFeasibility", "data-owner", sketched);
        LocaleContextHolder.setLocale(Locale.GERMAN);
        try {
            assertThat(cases.shown(cases.anyTask(pilot, "decideCharter"), "bu-sponsor")
                            .get("context")
                            .toString())
                    .contains("kind=Systeme und Abhängigkeiten", "owner=Pilot owner A", "due=G2 Wirtschaftlichkeit");
            assertThat(found.sources(pilot).toString())
                    .contains("access=noch nicht genehmigt, erwartet bis 31. März 2090", "owner=Data owner A");
            assertThat(found.workloads(pilot).toString())
                    .contains(
                            "placement=Vor Ort, nahe der Maschine",
                            "reason=kein Grund genannt: aus Gewohnheit gewählt");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000 | JPY | 1 | 100,000 JPY, which is 660 EUR at the rate 0.0066",
                "50000 | EUR | 1 | 50,000 EUR",
                "45000 | GBP | 2 | 45,000 GBP, which is 54,000 EUR at the rate 1.2"
            })
    void theCharterIsSignedByWhomTheAmountInThePolicyCurrencyAsksFor(
            int amount, String currency, int signers, String said) {
        String pilot = cases.propose(Cases.LOW, Map.of("amount", amount, "currency", currency));
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(cases.open(pilot)).hasSize(signers).containsOnly("decideCharter");
        assertThat(cases.shown(cases.anyTask(pilot, "decideCharter"), "bu-sponsor")
                        .get("context")
                        .toString())
                .contains(said);
    }

    @Test
    void aRejectedCharterStopsThePilot() {
        String pilot = atTheCharter();
        cases.complete(
                pilot,
                "decideCharter",
                "bu-sponsor",
                Map.of("decision", "reject", "reasonCode", "value", "reason", "Nobody decides on it"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.STOPPED);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void aHeldCharterComesBackOnItsDay() {
        String pilot = atTheCharter();
        LocalDate until = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(10);
        cases.complete(
                pilot,
                "decideCharter",
                "bu-sponsor",
                Map.of(
                        "decision", "hold",
                        "reasonCode", "capacity",
                        "reason", "Peak season",
                        "holdUntil", until.toString()));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.HELD);
        assertThat(cases.open(pilot)).isEmpty();
        time.moveBy(Duration.ofDays(11));
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
    }

    @Test
    void withoutADecisionOwnerTheSponsorMayGiveUp() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "decline"));
        cases.complete(
                pilot,
                "nameDecisionOwner",
                "bu-sponsor",
                Map.of("decision", "withdraw", "reasonCode", "ownership", "reason", "Nobody will answer for it"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
        assertThat(cases.isOver(pilot)).isTrue();
    }

    private static Map<String, Object> granted(int amount, String until) {
        return Map.of("decision", "go", "grantedAmount", amount, "grantedUntil", until);
    }

    private List<String> missing(String pilot, Gate gate) {
        return Objects.requireNonNull(transactions.execute(status -> gates.missing(pilot, gate)));
    }

    private String atTheCharter() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        return pilot;
    }
}
