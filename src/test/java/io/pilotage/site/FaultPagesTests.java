package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Caller;
import io.pilotage.testing.Caller.Answer;
import io.pilotage.testing.PilotageTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever breaks behind our own pages and calls, people read a sentence and nothing of what is inside. */
@PilotageTest
class FaultPagesTests {

    private static final String INSIDE = "(?s).*(Exception|org\\.|java\\.|io\\.pilotage|select inside).*";

    @LocalServerPort
    int port;

    private Caller person;

    @BeforeEach
    void signIn() {
        person = Caller.session(port, "bu-sponsor");
    }

    @Test
    void faultOfACallHasAReference() {
        Answer answer = person.get("/api/sabotage/fault");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("message")).contains("ours, not yours", answer.text("reference"));
        assertThat(answer.text("reference")).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(answer.body()).doesNotMatch(INSIDE);
    }

    @Test
    void faultOfAPageHasAReference() {
        Answer answer = person.page("/portfolio/sabotage/fault");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("Reference of the fault[^<]*[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(answer.body()).doesNotContain("Exception", "io.pilotage", "select inside");
    }

    @Test
    void refusalKeepsItsSentence() {
        Answer call = person.get("/api/sabotage/refused");
        assertThat(call.status()).isEqualTo(403);
        assertThat(call.text("message")).startsWith("Your role does not propose pilots.");
        assertThat(person.page("/portfolio/sabotage/refused").body()).contains("Your role does not propose pilots.");
    }

    @Test
    void somebodyFasterIsAConflict() {
        Answer call = person.get("/api/sabotage/race");
        assertThat(call.status()).isEqualTo(409);
        assertThat(call.text("message")).startsWith("Somebody else was faster");
        assertThat(person.page("/portfolio/sabotage/race").body()).contains("Somebody else was faster");
    }

    @Test
    void addressThatNobodyAnswersIsMissingAndNotRefused() {
        for (String address :
                new String[] {"/portfolios", "/operations/lunch", "/pilots/P-1/lunch", "/.well-known/x"}) {
            Answer page = person.page(address);
            assertThat(page.status()).as(address).isEqualTo(404);
            assertThat(page.body()).as(address).contains("There is nothing here");
        }
        Answer call = person.get("/api/lunch");
        assertThat(call.status()).isEqualTo(404);
        assertThat(call.text("message")).startsWith("The address is not right");
        Answer refused = person.page("/operations");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("This is not yours to open");
        assertThat(person.form("/portfolios", Map.of()).status()).isEqualTo(404);
        assertThat(person.form("/operations", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void strangerIsNotToldWhichAddressesThereAre() {
        Caller stranger = Caller.anonymous(port);
        assertThat(stranger.page("/portfolios").status())
                .isEqualTo(stranger.page("/portfolio").status())
                .isEqualTo(302);
        assertThat(stranger.get("/api/lunch").status()).isEqualTo(401);
    }
}
