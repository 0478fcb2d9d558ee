package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the task list's tab asks for: the story, and "I am waiting for". */
@PilotageTest
class TaskApiTests {

    @Autowired
    Cases cases;

    private MockMvcTester mvc;
    private String pilot = "";
    private String task = "";

    TaskApiTests(@Autowired WebApplicationContext application) {
        mvc = MockMvcTester.from(
                application, builder -> builder.apply(springSecurity()).build());
    }

    @BeforeEach
    void proposed() {
        pilot = cases.propose(Cases.LOW, Map.of("title", "Gate planner"));
        task = cases.anyTask(pilot, "acceptAccountability").getId();
    }

    @Test
    void storyTellsPilotDeadlineAndWhatHappened() {
        MvcTestResult answer = get("decision-owner", Locale.ENGLISH);
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().extractingPath("$.pilot.title").isEqualTo("Gate planner");
        assertThat(answer).bodyJson().extractingPath("$.pilot.phase").isEqualTo("discovery");
        assertThat(answer).bodyJson().extractingPath("$.pilot.tier").isEqualTo("low");
        assertThat(answer).bodyJson().extractingPath("$.pilot.url").isEqualTo("/pilots/" + pilot);
        assertThat(answer).bodyJson().extractingPath("$.waitingFor").isNull();
        assertThat(answer).bodyJson().extractingPath("$.mayWait").isEqualTo(true);
        assertThat(answer).bodyJson().extractingPath("$.deadline.nextLevel").isEqualTo("L0");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.deadline.due")
                .asString()
                .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+[+-]\\d\\d:\\d\\d");
        assertThat(answer).bodyText().contains("Pilot owner A proposed the pilot.");
    }

    @Test
    void storySpeaksGerman() {
        assertThat(get("decision-owner", Locale.GERMAN))
                .bodyText()
                .contains("Pilot owner A hat den Piloten vorgeschlagen.");
    }

    @Test
    void personOfAnotherRoleReadsButDoesNotStopTheClock() {
        assertThat(get("audit-read", Locale.ENGLISH))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.mayWait")
                .isEqualTo(false);
        assertThat(post("audit-read", "{\"reason\":\"data\",\"forWhom\":\"x\"}"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("Only whoever has this task, or somebody of its role, can stop its clock.");
    }

    @Test
    void waitIsStartedToldAndEnded() {
        assertThat(post("decision-owner", "{\"reason\":\"data\",\"forWhom\":\"the data office\",\"note\":\"\"}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        MvcTestResult waiting = get("decision-owner", Locale.ENGLISH);
        assertThat(waiting).bodyJson().extractingPath("$.waitingFor.reason").isEqualTo("data");
        assertThat(waiting).bodyJson().extractingPath("$.waitingFor.forWhom").isEqualTo("the data office");
        assertThat(waiting).bodyJson().extractingPath("$.waitingFor.by").isEqualTo("Decision owner A");
        assertThat(waiting)
                .bodyText()
                .contains("Decision owner A waits with “Accept accountability” for the data office (Data).");
        assertThat(post("decision-owner", "{\"reason\":\"data\",\"forWhom\":\"x\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("This task is waiting already.");
        assertThat(delete("decision-owner")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get("decision-owner", Locale.ENGLISH))
                .bodyJson()
                .extractingPath("$.waitingFor")
                .isNull();
        assertThat(delete("decision-owner")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void whatIsNotSaidIsNamedFieldByField() {
        MvcTestResult answer = post("decision-owner", "{\"reason\":\"\",\"forWhom\":\" \"}");
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("Please say what you wait for and for whom.");
        assertThat(answer).bodyJson().extractingPath("$.fields[0].key").isEqualTo("reason");
        assertThat(answer).bodyJson().extractingPath("$.fields[1].key").isEqualTo("forWhom");
        assertThat(post("decision-owner", "no json"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("What was sent could not be read. Please try again.");
    }

    @Test
    void taskThatIsNotThereAndPersonWithoutRoleAreRefused() {
        task = "no-such-task";
        assertThat(get("decision-owner", Locale.ENGLISH))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyJson()
                .extractingPath("$.message")
                .isNotNull();
        assertThat(get("stranger", Locale.ENGLISH)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult get(String person, Locale language) {
        return mvc.perform(MockMvcRequestBuilders.get("/api/tasks/{id}/story", task)
                .locale(language)
                .with(user(person).authorities(AuthorityUtils.NO_AUTHORITIES)));
    }

    private MvcTestResult post(String person, String body) {
        return mvc.perform(MockMvcRequestBuilders.post("/api/tasks/{id}/waiting", task)
                .locale(Locale.ENGLISH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf())
                .with(user(person)));
    }

    private MvcTestResult delete(String person) {
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.DELETE, "/api/tasks/{id}/waiting", task)
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(user(person)));
    }
}
