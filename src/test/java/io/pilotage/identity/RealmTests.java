package io.pilotage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The realm of production and the product agree, and the realm leaves nothing open. */
class RealmTests {

    private static final JsonNode REALM = read();

    @Test
    void hasAGroupForEveryRoleAndNoOther() {
        assertThat(list(REALM.path("groups")).map(group -> group.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::group).toList());
    }

    @Test
    void keepsNoSecret() {
        assertThat(clients().filter(client -> client.has("secret")))
                .hasSize(3)
                .allSatisfy(client -> assertThat(client.path("secret").asText()).matches("\\$\\{PILOTAGE_[A-Z_]+}"));
        assertThat(list(REALM.path("users"))).noneMatch(user -> user.has("credentials"));
    }

    @Test
    void letsNobodySignInByAPasswordInAProgram() {
        assertThat(clients()).hasSize(5).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
        });
        assertThat(client("admin-cli").path("enabled").asBoolean()).isFalse();
    }

    @Test
    void leadsBackToTheProductOnly() {
        List<String> leads = clients()
                .flatMap(client -> list(client.path("redirectUris")))
                .map(JsonNode::asText)
                .toList();
        assertThat(leads).containsExactly("${PILOTAGE_BASE_URL}/login/oauth2/code/keycloak");
        JsonNode attributes = client("pilotage").path("attributes");
        assertThat(attributes.path("post.logout.redirect.uris").asText())
                .isEqualTo("${PILOTAGE_BASE_URL}/login?logout");
        assertThat(attributes.path("pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @Test
    void looksAfterPasswordsAndTokens() {
        assertThat(REALM.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.path("passwordPolicy").asText()).contains("length(12)", "notUsername", "notEmail");
        assertThat(REALM.path("ssoSessionIdleTimeout").asInt()).isBetween(1, 1800);
        assertThat(REALM.path("ssoSessionMaxLifespan").asInt()).isBetween(1, 36_000);
        assertThat(REALM.path("accessTokenLifespan").asInt()).isBetween(1, 300);
        assertThat(REALM.path("accessCodeLifespan").asInt()).isBetween(1, 60);
        assertThat(REALM.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(list(REALM.path("users").get(0).path("clientRoles").path("realm-management"))
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrder("view-users", "query-users", "query-groups");
    }

    @Test
    void speaksTheLanguagesOfTheProduct() {
        assertThat(REALM.path("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(list(REALM.path("supportedLocales")).map(JsonNode::asText)).containsExactlyInAnyOrder("en", "de");
        assertThat(REALM.path("displayName").asText()).isEqualTo("Pilotage");
    }

    private static JsonNode client(String id) {
        return clients()
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> clients() {
        return list(REALM.path("clients"));
    }

    private static Stream<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("docker/keycloak/realm.json").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
