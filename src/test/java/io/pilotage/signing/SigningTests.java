package io.pilotage.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.FormFiller;
import io.pilotage.workflow.PlayedPeople;
import io.pilotage.workflow.SignatureProof;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.FormService;
import org.operaton.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** What is decided is signed: by the person, in that moment, for that one task, and the trail says what it means. */
@PilotageTest
class SigningTests {

    private static final String PERSON = "decision-owner";
    private static final String FORM = "acceptAccountability";
    private static final String TASKLIST = "/operaton/api/engine/engine/default/task/";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    FormService forms;

    @Autowired
    Trail trail;

    @Autowired
    IdentityService identity;

    @Autowired
    Confirmations confirmations;

    private String pilot;
    private String task;

    @BeforeEach
    void propose() {
        pilot = cases.propose(Cases.MEDIUM, Map.of());
        cases.complete(pilot, "mapDecisionMoment", "frontline-lead", Map.of());
        task = cases.anyTask(pilot, FORM).getId();
    }

    @AfterEach
    void leave() {
        identity.unlockUser(PERSON);
        SecurityContextHolder.clearContext();
    }

    @Test
    void withoutAProofNothingIsSignedAndTheRefusalNamesThePage() {
        Caller person = Caller.session(port, PERSON);
        Answer refused = handIn(person);
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("unsigned");
        assertThat(refused.text("signing")).isEqualTo("/signing/" + task);
        assertThat(refused.text("message")).contains("confirm that it is you").contains("/signing/" + task);
        assertThat(cases.open(pilot)).containsExactly(FORM);
        assertThat(newest("refused").arguments()).containsEntry("message", "signing.missing");
    }

    @Test
    void theSignatureIsOnTheTrailWithItsMeaningAndTheMomentOfTheProof() {
        Caller person = Caller.session(port, PERSON);
        Instant before = time.now().minusSeconds(2);
        assertThat(confirm(person, PERSON, "pilotage").location()).endsWith("/signing/" + task);
        assertThat(person.page("/signing/" + task).body()).contains("Confirmed.");
        assertThat(handIn(person).status()).isEqualTo(204);
        TrailEntry signed = newest("completed");
        assertThat(signed.sentenceKey()).isEqualTo("trail.signed");
        assertThat(signed.arguments())
                .containsEntry("signatureMeaning", "responsibility")
                .containsEntry("means", "password")
                .hasEntrySatisfying(
                        "statement",
                        words -> assertThat(words.toString())
                                .startsWith("With my signature I say whether I answer for this decision."))
                .hasEntrySatisfying(
                        "provenAt",
                        at -> assertThat(Instant.parse(at.toString()))
                                .isBetween(before, time.now().plusSeconds(2)));
        assertThat(Caller.session(port, PERSON).page("/pilots/" + pilot).body())
                .contains("signed “Accept accountability” (taking responsibility; password given again)");
    }

    @Test
    void aProofCountsForOneTaskOnly() {
        String other = cases.propose(Cases.LOW, Map.of());
        Caller person = Caller.session(port, PERSON);
        confirm(person, PERSON, "pilotage");
        assertThat(handIn(person, cases.anyTask(other, FORM).getId()).status()).isEqualTo(403);
        assertThat(handIn(person).status()).isEqualTo(204);
    }

    @Test
    void aProofIsUsedUpWithTheTask() {
        Confirmed confirmed = new Confirmed(Caller.session(port, PERSON));
        assertThat(handIn(confirmed.person).status()).isEqualTo(204);
        assertThat(confirmed.person.page("/signing/" + task).status()).isEqualTo(404);
    }

    @Test
    void aProofCountsInItsOwnSessionOnly() {
        confirm(Caller.session(port, PERSON), PERSON, "pilotage");
        assertThat(handIn(Caller.session(port, PERSON)).status()).isEqualTo(403);
    }

    @Test
    void aProofIsTooOldAfterFiveMinutes() {
        Caller person = Caller.session(port, PERSON);
        confirm(person, PERSON, "pilotage");
        time.moveBy(Duration.ofMinutes(6));
        Answer refused = handIn(person);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("message")).startsWith("Your confirmation was some time ago.");
        confirm(person, PERSON, "pilotage");
        assertThat(handIn(person).status()).isEqualTo(204);
    }

    @Test
    void aRefusedFormLeavesTheProofAsItWas() {
        Caller person = Caller.session(port, PERSON);
        confirm(person, PERSON, "pilotage");
        person.get("/operaton/app/tasklist/default/");
        assertThat(person.post(TASKLIST + task + "/submit-form", Map.of("variables", Map.of()))
                        .status())
                .isEqualTo(400);
        assertThat(handIn(person).status()).isEqualTo(204);
    }

    @Test
    void aWrongPasswordConfirmsNothingAndIsOnTheTrail() {
        Caller person = Caller.session(port, PERSON);
        Answer wrong = confirm(person, PERSON, "guessed");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.body()).contains("That is not your password");
        assertThat(confirm(person, "bu-sponsor", "pilotage").status()).isEqualTo(403);
        assertThat(newest("refused").arguments()).containsEntry("message", "signing.wrongPassword");
        identity.unlockUser(PERSON);
        assertThat(handIn(person).status()).isEqualTo(403);
    }

    @Test
    void nobodyConfirmsForSomebodyElsesTask() {
        Caller other = Caller.session(port, "decision-owner-2");
        assertThat(other.page("/signing/" + task).status()).isEqualTo(404);
        assertThat(confirm(other, "decision-owner-2", "pilotage").status()).isEqualTo(404);
    }

    @Test
    void aProofOfSomebodyElseSignsNothing() {
        confirmations.confirm(task, "decision-owner-2", "", new SignatureProof(SignatureProof.PASSWORD, time.now()));
        assertThatThrownBy(this::submit).hasMessageContaining("confirm that it is you");
        cases.sign(task, PERSON);
        submit();
        assertThat(cases.open(pilot)).doesNotContain(FORM);
    }

    @Test
    void aPasswordSentWithTheCallIsAProof() {
        assertThat(handIn(Caller.machine(port, PERSON), "/engine-rest/task/", task)
                        .status())
                .isEqualTo(204);
        assertThat(newest("completed").arguments()).containsEntry("means", "password");
    }

    @Test
    void aPlayedSignatureSaysThatNobodySigned() {
        PlayedPeople.act(() -> {
            submit();
            return true;
        });
        assertThat(newest("completed").sentenceKey()).isEqualTo("trail.played");
        assertThat(newest("completed").arguments()).containsEntry("means", "sample");
    }

    @Test
    void aTokenSignsWhenThePersonHasJustSignedIn() {
        bring(time.now().minusSeconds(60), "session");
        submit();
        assertThat(newest("completed").arguments()).containsEntry("means", "token");
    }

    @Test
    void anOldTokenAndATokenOfAProgramSignNothing() {
        bring(time.now().minusSeconds(400), "session");
        assertThatThrownBy(this::submit).hasMessageContaining("within the last 5 minutes");
        bring(null, null);
        assertThatThrownBy(this::submit).hasMessageContaining("A program with a token of its own cannot sign");
        bring(time.now(), null);
        assertThatThrownBy(this::submit).hasMessageContaining("A program with a token of its own cannot sign");
        assertThat(cases.open(pilot)).containsExactly(FORM);
        assertThat(newest("refused").arguments()).containsEntry("message", "signing.program");
    }

    /** Somebody who has just shown who they are. */
    private final class Confirmed {
        private final Caller person;

        Confirmed(Caller person) {
            this.person = person;
            confirm(person, PERSON, "pilotage");
        }
    }

    private Answer confirm(Caller person, String username, String password) {
        return person.form("/signing/" + task, Map.of("username", username, "password", password));
    }

    private Answer handIn(Caller person) {
        return handIn(person, task);
    }

    private Answer handIn(Caller person, String engineTask) {
        person.get("/operaton/app/tasklist/default/");
        return handIn(person, TASKLIST, engineTask);
    }

    private Answer handIn(Caller person, String rest, String engineTask) {
        Map<String, Object> values = new HashMap<>();
        declined().forEach((key, value) -> values.put(key, Map.of("value", value)));
        return person.post(rest + engineTask + "/submit-form", Map.of("variables", values));
    }

    private void submit() {
        cases.as(PERSON, () -> {
            forms.submitTaskForm(task, declined());
            return true;
        });
    }

    private static Map<String, Object> declined() {
        return FormFiller.fill(
                FORM,
                Map.of(
                        "decision",
                        "decline",
                        "reasonCode",
                        "ownership",
                        "reason",
                        "Somebody of the shift decides this."),
                Map.of("context", Map.of("pilot", Map.of("tier", "medium"))));
    }

    private static void bring(@Nullable Instant signedIn, @Nullable String session) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "none").subject(PERSON);
        if (signedIn != null) {
            token.claim("auth_time", signedIn.getEpochSecond());
        }
        if (session != null) {
            token.claim("sid", session);
        }
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token.build(), List.of()));
    }

    private TrailEntry newest(String kind) {
        return trail.of(pilot, TrailFilter.ALL.ofKinds(kind), PageRequest.of(0, 1)).stream()
                .map(RecordedEntry::entry)
                .findFirst()
                .orElseThrow();
    }
}
