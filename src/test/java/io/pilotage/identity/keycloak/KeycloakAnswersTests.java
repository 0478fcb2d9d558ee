package io.pilotage.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of answers that a Keycloak in order never gives. */
class KeycloakAnswersTests {

    private static final String TOKEN = "/realms/pilotage/protocol/openid-connect/token";
    private static final String USERS = "/admin/realms/pilotage/users";

    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private Keycloak keycloak;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            String answer = answers.get(call.getRequestURI().getPath());
            byte[] body = (answer == null ? "{\"error\":\"not found\"}" : answer).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            try (var out = call.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        answers.put(TOKEN, "{\"access_token\":\"a\",\"expires_in\":60}");
        keycloak = new Keycloak(new DirectoryCalls(new IdentityProperties(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/pilotage",
                "pilotage",
                "",
                "pilotage-directory",
                "",
                "",
                "pilotage-api",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofHours(1))));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void personWhoIsNotThereIsGone() {
        answers.put(USERS + "/count", "7");
        assertThat(keycloak.person("a-b-c")).isEmpty();
    }

    /** As after a restore of an empty Keycloak: everybody at work would lose every role, and successors be sought. */
    @Test
    void realmThatIsNotThereTakesNobodyAway() {
        assertThatThrownBy(() -> keycloak.person("a-b-c"))
                .isInstanceOf(KeycloakAway.class)
                .hasMessageContaining("no such realm");
    }
}
