package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Caller;
import io.pilotage.testing.PilotageTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One way in, one way out: the engine's web applications bring neither a sign-in nor a session of their own. */
@PilotageTest
class SignInTests {

    private static final String TASKS = "/operaton/api/engine/engine/default/task?maxResults=1";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TASKS,
                "/operaton/api/engine/engine",
                "/operaton/api/engine/engine/default/user/decision-owner/profile",
                "/operaton/api/admin/auth/user/default",
                "/operaton/api/tasklist/plugin/tasklist-plugin/default/forms",
                "/api/csrf",
                "/engine-rest/task"
            })
    void withoutASessionEveryCallIsAnswered401(String path) {
        assertThat(Caller.anonymous(port).get(path).status()).isEqualTo(401);
        Caller expired = Caller.session(port, "decision-owner").withSession("0123456789ABCDEF0123456789ABCDEF");
        assertThat(expired.get(path).status()).isEqualTo(401);
    }

    @Test
    void changeWithAnExpiredSessionIsAnswered401() {
        Caller expired = Caller.session(port, "decision-owner").withSession("0123456789ABCDEF0123456789ABCDEF");
        assertThat(expired.post("/operaton/api/engine/engine/default/task/any/complete", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionOfTheEngineToo() {
        Caller person = Caller.session(port, "decision-owner");
        assertThat(person.get(TASKS).status()).isEqualTo(200);
        assertThat(person.get("/operaton/api/admin/auth/user/default").status()).isEqualTo(200);
        String session = person.session();
        assertThat(person.form("/logout", Map.of()).location()).contains("/login?logout");
        assertThat(person.get(TASKS).status()).isEqualTo(401);
        Caller kept = person.withSession(session);
        assertThat(kept.get(TASKS).status()).isEqualTo(401);
        assertThat(kept.get("/operaton/api/admin/auth/user/default").status()).isEqualTo(401);
    }

    @Test
    void idOfASessionCannotBeGuessed() {
        Set<String> ids = new HashSet<>();
        for (int one = 0; one < 3; one++) {
            ids.add(new String(
                    Base64.getDecoder()
                            .decode(Caller.session(port, "decision-owner").session()),
                    StandardCharsets.UTF_8));
        }
        // 32 of 64 letters are 192 bits; the usual ids have 122.
        assertThat(ids).hasSize(3).allMatch(id -> id.matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void signingInBeginsANewSession() {
        Caller person = Caller.anonymous(port);
        person.get("/login");
        String before = person.session();
        person.form("/login", Map.of("username", "decision-owner", "password", DemoUsers.PASSWORD));
        assertThat(person.session()).isNotEqualTo(before);
        assertThat(person.get(TASKS).status()).isEqualTo(200);
        assertThat(person.withSession(before).get(TASKS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void signInOfTheEngineIsClosed(String app) {
        String path = "/operaton/api/admin/auth/user/default/login/" + app;
        String login = "username=process-admin&password=pilotage";
        Caller anonymous = Caller.anonymous(port);
        anonymous.get("/operaton/app/" + app + "/default/");
        assertThat(anonymous
                        .send("POST", path, "application/x-www-form-urlencoded", login)
                        .status())
                .isEqualTo(401);
        assertThat(anonymous.get(TASKS).status()).isEqualTo(401);
        Caller person = Caller.session(port, "bu-sponsor");
        person.get("/operaton/app/tasklist/default/");
        assertThat(person.send("POST", path, "application/x-www-form-urlencoded", login)
                        .status())
                .isEqualTo(403);
        assertThat(person.get("/operaton/api/admin/auth/user/default").text("userId"))
                .isIn("", "bu-sponsor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bu-sponsor", "process-admin"})
    void setUpIsClosed(String somebody) {
        Caller person = Caller.session(port, somebody);
        person.get("/operaton/app/tasklist/default/");
        assertThat(person.get("/operaton/app/admin/default/setup/").status()).isEqualTo(403);
        assertThat(person.post("/operaton/api/admin/setup/default/user/create", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
