package io.pilotage.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.identity.DemoUsers;
import io.pilotage.notification.Mail;
import io.pilotage.notification.NotificationManagement;
import io.pilotage.operations.CasePlaces.Place;
import io.pilotage.operations.Emergency;
import io.pilotage.operations.EmergencyManagement;
import io.pilotage.signing.Confirmations;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.SignatureProof;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** In an emergency two administrators put a case back, one alone cannot, and everybody concerned is told. */
@PilotageTest
class EmergencyTests {

    private static final String ONE = "process-admin";
    private static final String OTHER = "process-admin-2";
    private static final String REASON = "The answer was for another pilot";
    private static final String PAGE = "/operations/emergencies";

    @Autowired
    EmergencyManagement emergencies;

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    Trail trail;

    @Autowired
    NotificationManagement notifications;

    @Autowired
    Confirmations confirmations;

    @LocalServerPort
    int port;

    private String pilot;

    @BeforeEach
    void caseThatStandsAtTwoTasks() {
        pilot = cases.propose(Cases.MEDIUM, Map.of());
        cases.complete(pilot, "mapDecisionMoment", "frontline-lead", Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of());
        assertThat(cases.open(pilot)).containsExactly("discloseDemoConditions", "sketchFeasibility");
    }

    @Test
    void twoAdministratorsPutACaseBackAndItGoesOnFromThere() {
        String asked = ask("acceptAccountability");
        assertThat(cases.open(pilot)).hasSize(2);
        confirm(asked);
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");

        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of());
        cases.complete(pilot, "discloseDemoConditions", "pilot-owner", Map.of());
        cases.complete(pilot, "sketchFeasibility", "data-owner", Map.of("source1_owner", "data-owner"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter", "decideCharter");

        confirm(ask("sketchFeasibility"));
        assertThat(cases.open(pilot)).containsExactly("sketchFeasibility");
        confirm(ask("decideCharter"));
        assertThat(cases.open(pilot)).containsExactly("decideCharter", "decideCharter");
        assertThatThrownBy(() -> cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go")))
                .hasMessageContaining("G1 cannot open yet");
    }

    @Test
    void itStandsInTheStoryAndThoseConcernedGetAMail() {
        String asked = ask("acceptAccountability");
        assertThat(mails("emergency.asked")).contains(OTHER).doesNotContain(ONE);
        confirm(asked);
        assertThat(mails("emergency.done")).contains("governance-chair", "audit-read", "decision-owner");
        List<TrailEntry> entries = trail.of(pilot, TrailFilter.ALL, PageRequest.of(0, 50)).stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.kind().startsWith("emergency"))
                .toList();
        assertThat(entries).extracting(TrailEntry::kind).containsExactly("emergencyConfirmed", "emergencyAsked");
        assertThat(entries).extracting(TrailEntry::actor).containsExactly(OTHER, ONE);
        assertThat(Caller.session(port, "governance-chair")
                        .page("/pilots/" + pilot)
                        .body())
                .contains("The case was put back from", REASON);
    }

    @Test
    void oneAdministratorAloneMovesNothing() {
        String asked = ask("acceptAccountability");
        refuses("operations.emergency.samePerson", () -> emergencies.confirm(asked, ONE));
        emergencies.turnDown(asked, ONE);
        refuses("operations.emergency.closed", () -> confirm(asked));
        assertThat(cases.open(pilot)).hasSize(2);
    }

    @Test
    void nobodyElseIsAnAdministrator() {
        String asked = ask("acceptAccountability");
        for (String person : List.of("governance-chair", "audit-read", "decision-owner", "nobody")) {
            refuses("operations.emergency.administrators", () -> emergencies.confirm(asked, person));
            refuses("operations.emergency.administrators", () -> emergencies.turnDown(asked, person));
            refuses(
                    "operations.emergency.administrators",
                    () -> emergencies.ask(pilot, place().id(), "acceptAccountability", REASON, person));
        }
    }

    @Test
    void afterHalfAnHourItIsTooLate() {
        String asked = ask("acceptAccountability");
        time.moveBy(Emergency.VALID.plus(Duration.ofMinutes(1)));
        refuses("operations.emergency.tooLate", () -> confirm(asked));
        assertThat(cases.open(pilot)).hasSize(2);
    }

    @Test
    void noStepIsOpenedAtWhichTheCaseHasNotBeen() {
        for (String step : List.of("decideCharter", "nameDecisionOwner", "charterWasGranted", "")) {
            refuses("operations.emergency.neverThere", () -> ask(step));
        }
        refuses(
                "operations.emergency.reason",
                () -> emergencies.ask(pilot, place().id(), "acceptAccountability", "because", ONE));
    }

    @Test
    void whatMovedMeanwhileIsLookedAtAgain() {
        String asked = ask("acceptAccountability");
        cases.complete(pilot, "discloseDemoConditions", "pilot-owner", Map.of());
        refuses("operations.emergency.moved", () -> confirm(asked));
        assertThat(last().state()).isEqualTo(Emergency.State.ASKED);
        assertThat(cases.open(pilot)).containsExactly("sketchFeasibility");
    }

    @Test
    void whereAnotherProcessWasCalledTheCaseStandsInThatOne() {
        assertThat(emergencies.places(pilot))
                .extracting(Place::processId)
                .contains("discovery")
                .doesNotContain("pilotJourney");
    }

    @Test
    void onThePageOneAsksAndAnotherOneConfirms() {
        Caller one = Caller.session(port, ONE);
        assertThat(one.page(PAGE + "?pilot=" + pilot).body()).contains("Accept accountability");
        Answer alone = one.form(PAGE, Map.of("pilot", pilot, "way", "none none", "reason", REASON));
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.body()).contains("does not stand there any more");
        one.form(PAGE, Map.of("pilot", pilot, "way", place().id() + " acceptAccountability", "reason", REASON));
        String asked = last().id();
        String confirmed = PAGE + "/" + asked + "/confirmed";
        assertThat(one.page(PAGE).body()).doesNotContain(confirmed);
        assertThat(one.form(confirmed, Map.of()).status()).isEqualTo(409);
        Caller other = Caller.session(port, OTHER);
        assertThat(other.page(PAGE).body()).contains(confirmed);
        String signing = "/signing/emergency-" + asked;
        assertThat(other.form(confirmed, Map.of()).location()).endsWith(signing);
        assertThat(cases.open(pilot)).hasSize(2);
        assertThat(Caller.session(port, "governance-chair").page(signing).status())
                .isEqualTo(404);
        assertThat(other.page(signing).body()).contains("answer together with the administrator");
        assertThat(other.form(signing, Map.of("username", OTHER, "password", "wrong"))
                        .status())
                .isEqualTo(403);
        time.moveBy(Duration.ofMinutes(1));
        other.form(signing, Map.of("username", OTHER, "password", DemoUsers.PASSWORD));
        assertThat(other.page(signing).body()).contains("Confirmed.", PAGE);
        assertThat(other.form(confirmed, Map.of()).location()).endsWith(PAGE);
        assertThat(cases.open(pilot)).containsExactly("acceptAccountability");
    }

    @Test
    void thePageFitsAPhoneAndSpeaksTwoLanguages() {
        ask("acceptAccountability");
        try (Browser desktop = Browser.desktop(port);
                Browser phone = Browser.phone(port)) {
            desktop.signIn(OTHER).open(PAGE + "?pilot=" + pilot).screenshot("emergencies");
            assertThat(desktop.barriers()).isEmpty();
            phone.page().setViewportSize(360, 800);
            phone.signIn(ONE).open(PAGE + "?pilot=" + pilot + "&lang=de").screenshot("emergencies-de");
            assertThat(phone.scrollsSideways()).isFalse();
            assertThat(phone.barriers()).isEmpty();
            assertThat(desktop.problems()).isEmpty();
            assertThat(phone.problems()).isEmpty();
        }
    }

    @Test
    void withoutAFreshSignInNothingMoves() {
        String asked = ask("acceptAccountability");
        refuses("signing.missing", () -> emergencies.confirm(asked, OTHER));
        assertThat(cases.open(pilot)).hasSize(2);
    }

    private void confirm(String asked) {
        confirmations.confirm("emergency-" + asked, OTHER, "", new SignatureProof(SignatureProof.PASSWORD, time.now()));
        emergencies.confirm(asked, OTHER);
    }

    private String ask(String step) {
        return emergencies.ask(pilot, place().id(), step, REASON, ONE);
    }

    private Emergency last() {
        return emergencies.latest(1_000).stream()
                .filter(emergency -> emergency.pilotKey().equals(pilot))
                .findFirst()
                .orElseThrow();
    }

    private Place place() {
        return emergencies.places(pilot).stream()
                .filter(place -> place.processId().equals("discovery"))
                .findFirst()
                .orElseThrow();
    }

    private static void refuses(String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(sentence));
    }

    private List<String> mails(String kind) {
        return notifications.mails(PageRequest.of(0, 200)).getContent().stream()
                .filter(mail -> mail.kind().equals(kind) && pilot.equals(mail.pilotKey()))
                .map(Mail::recipient)
                .toList();
    }
}
