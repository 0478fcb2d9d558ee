package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.pilotage.identity.Role;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.Terms;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.Waits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the page of a case shows and does, and to whom. */
@PilotageTest
class CasePageTests {

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    PilotManagement pilots;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    Waits waits;

    @Autowired
    LimitWatch limits;

    @Autowired
    JdbcClient jdbc;

    private final MockMvcTester mvc;

    CasePageTests(@Autowired WebApplicationContext application) {
        mvc = MockMvcTester.from(
                application, builder -> builder.apply(springSecurity()).build());
    }

    @Test
    void pageTellsWhereItStandsWhoHasItAndWhatIsMissing() {
        String pilot = cases.propose(Cases.HIGH, Map.of("title", "Planner of several agents"));
        assertThat(page(pilot, "worker-liaison"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Planner of several agents",
                        "High risk",
                        "Map decision moment",
                        "Frontline lead A",
                        "In time",
                        "Pilot owner A proposed the pilot.",
                        "Roles that nobody answers for",
                        "What differs between pilot and production is listed",
                        "No gate has been decided yet.",
                        "Advisory only: no decision rights yet",
                        "data-open=\"mapDecisionMoment\"")
                .doesNotContain("Withdraw this pilot", "Name somebody", "??");
    }

    @Test
    void pageSpeaksGerman() {
        String pilot = cases.propose(Cases.HIGH, Map.of());
        assertThat(get("/pilots/" + pilot, "worker-liaison", Locale.GERMAN))
                .bodyText()
                .contains("Wo er steht", "Entscheidungsmoment beschreiben", "Was bisher geschah")
                .doesNotContain("??");
        assertThat(get("/pilots/" + pilot + "/models/discovery", "worker-liaison", Locale.GERMAN))
                .bodyText()
                .contains("name=\"Entscheidungsmoment beschreiben\"");
    }

    @Test
    void lateTaskShowsItsLevelAndAWaitStandsOut() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        time.moveBy(Duration.ofDays(20));
        assertThat(page(pilot, "portfolio-office"))
                .bodyText()
                .contains("business days late", "badge--danger\">L")
                .contains("was not answered in time");
        waits.start(
                cases.anyTask(pilot, "acceptAccountability").getId(),
                "data",
                "the data office",
                "Soon",
                "decision-owner");
        assertThat(page(pilot, "portfolio-office"))
                .bodyText()
                .contains("Waiting for the data office", "Decision owner A", "Soon");
        assertThat(get("/pilots/" + pilot + "?story=deadlines", "portfolio-office", Locale.ENGLISH))
                .bodyText()
                .contains("waits with")
                .doesNotContain("proposed the pilot");
    }

    @Test
    void decisionAtAGateIsShownWithReasonAndSigners() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "go"));
        assertThat(page(pilot, "audit-read"))
                .bodyText()
                .contains("G1 Charter", "Signed by", "ROI sign-off", "G1 Charter: go.")
                .contains("Operational priority", "Who pays", "The business unit", "Granted by the charter");
    }

    @Test
    void whatAnInventoryLeftBlankIsAGap() {
        RiskAnswers blank = RiskAnswers.UNANSWERED;
        String pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, blank);
        assertThat(page(pilot, "portfolio-office"))
                .bodyText()
                .contains("Unanswered risk questions", "Does it touch a regulated area?", "not filled in", "Vacant")
                .doesNotContain("Advisory only", "Nobody has said which decision this pilot changes");
        jdbc.sql("update pilot set decision_point = null where pilot_key = ?")
                .param(pilot)
                .update();
        assertThat(page(pilot, "portfolio-office"))
                .bodyText()
                .contains("Nobody has said which decision this pilot changes");
    }

    @Test
    void sponsorNamesWhoAnswers() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        String form = "/pilots/" + pilot + "/people";
        assertThat(post(
                        form,
                        "bu-sponsor",
                        Map.of("role", "data-owner", "person", "data-owner", "deputy", "data-owner-2")))
                .hasRedirectedUrl("/pilots/" + pilot + "#people")
                .flash()
                .containsKey("done");
        assertThat(accountabilities.of(pilot, "data-owner").orElseThrow().deputy())
                .isEqualTo("data-owner-2");
        assertThat(page(pilot, "bu-sponsor")).bodyText().contains("named Data owner A as Data owner");
        assertThat(post(form, "bu-sponsor", Map.of("role", "data-owner", "person", "finance-partner")))
                .flash()
                .containsKey("refused");
        assertThat(post(form, "bu-sponsor-2", Map.of("role", "data-owner", "person", "data-owner-2")))
                .flash()
                .containsKey("refused");
        assertThat(accountabilities.of(pilot, "data-owner").orElseThrow().person())
                .isEqualTo("data-owner");
    }

    @Test
    void onlyTheSponsorWithdraws() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        String form = "/pilots/" + pilot + "/withdrawal";
        Map<String, String> reason = Map.of("reason", "funding", "note", "The money went elsewhere.");
        assertThat(post(form, "bu-sponsor-2", reason)).flash().containsKey("refused");
        assertThat(post(form, "bu-sponsor", Map.of("reason", "funding")))
                .flash()
                .containsKey("refused");
        assertThat(post(form, "bu-sponsor", Map.of("reason", "boredom", "note", "x")))
                .flash()
                .containsKey("refused");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(post(form, "bu-sponsor", reason)).flash().containsKey("done");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.WITHDRAWN);
        assertThat(pilots.get(pilot).stallReason()).isEqualTo(StallReason.FUNDING);
        assertThat(cases.isOver(pilot)).isTrue();
        assertThat(page(pilot, "bu-sponsor"))
                .bodyText()
                .contains("Withdrawn on", "Reason: Funding.", "The money went elsewhere.")
                .doesNotContain("/withdrawal");
        assertThat(post(form, "bu-sponsor", reason)).flash().containsKey("refused");
    }

    @Test
    void holdIsLiftedByWhoMay() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        cases.complete(pilot, "decideCharter", "bu-sponsor", Map.of("decision", "hold"));
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.HELD);
        assertThat(page(pilot, "governance-chair")).bodyText().contains("On hold until", "Lift the hold");
        String form = "/pilots/" + pilot + "/hold/lifting";
        assertThat(post(form, "data-owner", Map.of())).flash().containsKey("refused");
        assertThat(post(form, "governance-chair", Map.of())).flash().containsKey("done");
        assertThat(pilots.get(pilot).status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(cases.open(pilot)).containsExactly("decideCharter");
        assertThat(post(form, "governance-chair", Map.of())).flash().containsKey("refused");
    }

    @Test
    void unknownPilotIsSaidPlainly() {
        assertThat(page("P-nowhere", "bu-sponsor"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no pilot “P-nowhere”.");
        assertThat(post("/pilots/P-nowhere/hold/lifting", "bu-sponsor", Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/t/no-such-task", "bu-sponsor", Locale.ENGLISH))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no such task");
    }

    @Test
    void personWithoutRoleReadsNothing() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        assertThat(page(pilot, "stranger")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/pilots/" + pilot + "/models/discovery", "stranger", Locale.ENGLISH))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void linkToATaskThatIsDoneLeadsToItsPilot() {
        String pilot = cases.propose(Cases.LOW, Map.of());
        String task = cases.anyTask(pilot, "acceptAccountability").getId();
        assertThat(get("/t/" + task, "decision-owner", Locale.ENGLISH))
                .hasRedirectedUrl("/operaton/app/tasklist/default/#/?task=" + task);
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        assertThat(get("/t/" + task, "decision-owner", Locale.ENGLISH))
                .hasRedirectedUrl("/pilots/" + pilot + "?done=task");
        assertThat(get("/pilots/" + pilot + "?done=task", "decision-owner", Locale.ENGLISH))
                .bodyText()
                .contains("The task you came for is done");
    }

    @Test
    void severalWatchedLimitsStandOnOneDrawing() {
        String pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
        limits.watch(pilot, Agreement.MONEY_CASE, List.of(limit("habitualShare"), limit("netValue")));
        time.runDueJobs();
        assertThat(page(pilot, "worker-liaison")).bodyText().containsOnlyOnce("model=limitWatch");
        assertThat(get("/pilots/" + pilot + "?model=limitWatch", "worker-liaison", Locale.ENGLISH))
                .bodyText()
                .contains("data-open=\"limitNear\"");
    }

    private Terms limit(String metric) {
        return new Terms(
                metric,
                "atLeast",
                BigDecimal.TEN,
                LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(20),
                "once",
                "Usage report",
                Role.FINANCE_PARTNER,
                Role.BU_SPONSOR,
                Consequence.DEFEND);
    }

    private MvcTestResult page(String pilot, String person) {
        return get("/pilots/" + pilot, person, Locale.ENGLISH);
    }

    private MvcTestResult get(String address, String person, Locale language) {
        return mvc.perform(MockMvcRequestBuilders.get(address).locale(language).with(user(person)));
    }

    private MvcTestResult post(String address, String person, Map<String, String> answers) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address);
        answers.forEach(request::param);
        return mvc.perform(request.locale(Locale.ENGLISH).with(csrf()).with(user(person)));
    }
}
