package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in that there are with Keycloak only, used as nobody means them; and the realm as it runs. */
@KeycloakTest
class HostileSignInTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final KeycloakServer server = KeycloakServer.shared();
    private final KeycloakAdmin keycloak = server.admin();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /oauth2/authorization/nobody                              |
            GET  | /oauth2/authorization/%F0%9F%98%80                        |
            GET  | /oauth2/authorization/keycloak/more                       |
            GET  | /oauth2/authorization/                                    |
            GET  | /login/oauth2/code/keycloak                               |
            GET  | /login/oauth2/code/keycloak?code=a&state=b                |
            GET  | /login/oauth2/code/keycloak?error=access_denied&state=b   |
            GET  | /login/oauth2/code/nobody?code=a&state=b                  |
            POST | /login/oauth2/code/keycloak                               | code=a&state=b
            POST | /login                                                    | username=a&password=b
            POST | /logout/connect/back-channel/keycloak                     | ''
            POST | /logout/connect/back-channel/keycloak                     | logout_token=
            POST | /logout/connect/back-channel/keycloak                     | logout_token=a.b.c
            POST | /logout/connect/back-channel/keycloak                     | logout_token=eyJhbGciOiJub25lIn0.e30.
            POST | /logout/connect/back-channel/nobody                       | logout_token=a.b.c
            """)
    void whatIsMadeUpIsNoFaultOfOursAndLeadsNowhereElse(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", FORM)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(300, 499);
        assertThat(answer.body()).doesNotContain("Exception", "org.springframework", "\tat ");
        assertThat(answer.headers().firstValue("Location").orElse("/"))
                .matches("(http://127\\.0\\.0\\.1:" + port + ")?/(?!/).*|/");
    }

    /** Those that Keycloak makes for itself included: nowhere is a person's password enough for a program. */
    @Test
    void noClientOfTheRunningRealmTakesAPassword() throws Exception {
        String login = "password-" + UUID.randomUUID();
        keycloak.person(login, "By", "Password", "process-admin");
        JsonNode clients = keycloak.get("/clients");
        assertThat(clients).hasSizeGreaterThan(5);
        for (JsonNode client : clients) {
            String id = client.path("clientId").asText();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as(id)
                    .isFalse();
            HttpRequest grant = HttpRequest.newBuilder(URI.create(server.issuer() + "/protocol/openid-connect/token"))
                    .header("Content-Type", FORM)
                    .POST(BodyPublishers.ofString("grant_type=password&client_id=" + id + "&client_secret="
                            + server.secret() + "&username=" + login + "&password=" + KeycloakAdmin.PASSWORD))
                    .build();
            HttpResponse<String> answer = HTTP.send(grant, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(id + " " + answer.body()).isBetween(400, 401);
        }
    }

    @Test
    void runningRealmLeadsBackHereOnlyAndSlowsGuessesDown() {
        for (JsonNode client : keycloak.get("/clients")) {
            client.path("redirectUris")
                    .forEach(uri -> assertThat(uri.asText())
                            .as(client.path("clientId").asText())
                            .matches("http://127\\.0\\.0\\.1:" + port + "/login/oauth2/code/keycloak"
                                    + "|/realms/pilotage/account/\\*|/admin/pilotage/console/\\*"));
        }
        JsonNode realm = keycloak.get("");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(1, 10);
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
    }
}
