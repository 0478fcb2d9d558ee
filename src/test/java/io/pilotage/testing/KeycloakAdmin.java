package io.pilotage.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** What an administrator of the realm does in Keycloak: people, roles, sessions, lifetimes. */
public final class KeycloakAdmin {

    /** The password of everybody the tests bring in. */
    public static final String PASSWORD = "Twelve-letters-at-least";

    private final RestClient http = RestClient.create();
    private final KeycloakServer server;

    KeycloakAdmin(KeycloakServer server) {
        this.server = server;
    }

    /** Brings a person in who holds the roles. @return the id, the subject of their tokens */
    public String person(String login, String firstName, String lastName, String... groups) {
        http.post()
                .uri(realm("/users"))
                .headers(headers -> headers.setBearerAuth(token()))
                .body(Map.of(
                        "username",
                        login,
                        "firstName",
                        firstName,
                        "lastName",
                        lastName,
                        "email",
                        login + "@demo.invalid",
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "groups",
                        List.of(groups).stream().map(group -> "/" + group).toList(),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
                .retrieve()
                .toBodilessEntity();
        return get("/users?exact=true&username=" + login).get(0).path("id").asText();
    }

    /** Locks the person out. */
    public void disable(String person) {
        put("/users/" + person, Map.of("enabled", false));
    }

    /** Takes a role away. */
    public void takeRole(String person, String group) {
        http.delete()
                .uri(realm("/users/" + person + "/groups/" + group(group)))
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .toBodilessEntity();
    }

    /** Gives a role. */
    public void giveRole(String person, String group) {
        put("/users/" + person + "/groups/" + group(group), Map.of());
    }

    /** Puts the person into a group that is made below another one, and called as one pleases. */
    public void putBelow(String parent, String name, String person) {
        String path = "/groups/" + group(parent) + "/children";
        http.post()
                .uri(realm(path))
                .headers(headers -> headers.setBearerAuth(token()))
                .body(Map.of("name", name))
                .retrieve()
                .toBodilessEntity();
        put("/users/" + person + "/groups/" + get(path).get(0).path("id").asText(), Map.of());
    }

    /** Gives a group another name. */
    public void renameGroup(String from, String to) {
        put("/groups/" + group(from), Map.of("name", to));
    }

    /** Ends everything the person is signed in to. */
    public void signOut(String person) {
        http.post()
                .uri(realm("/users/" + person + "/logout"))
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .toBodilessEntity();
    }

    /** Seconds that access tokens of the realm live. */
    public void accessTokenLifetime(int seconds) {
        put("", Map.of("accessTokenLifespan", seconds));
    }

    /** Id of the person behind a client that calls in its own name. */
    public String serviceAccount(String client) {
        String id = get("/clients?clientId=" + client).get(0).path("id").asText();
        return get("/clients/" + id + "/service-account-user").path("id").asText();
    }

    /** An access token for a client that calls in its own name. */
    public String machineToken(String client, String scope) {
        return tokens(
                        server.issuer(),
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client,
                                "client_secret",
                                server.secret(),
                                "scope",
                                scope.isEmpty() ? "openid" : scope))
                .path("access_token")
                .asText();
    }

    private JsonNode tokens(String issuer, Map<String, String> form) {
        return form(issuer + "/protocol/openid-connect/token", form);
    }

    /** What Keycloak answers to a form. */
    JsonNode form(String address, Map<String, String> form) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        form.forEach(fields::add);
        return http.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .retrieve()
                .body(JsonNode.class);
    }

    /** Anything in the realm, as the administrator reads it. */
    public JsonNode get(String path) {
        return http.get()
                .uri(realm(path))
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(JsonNode.class);
    }

    private String group(String name) {
        for (JsonNode group : get("/groups?max=1000")) {
            if (group.path("name").asText().equals(name)) {
                return group.path("id").asText();
            }
        }
        throw new AssertionError("No group " + name);
    }

    private void put(String path, Map<String, ?> body) {
        http.put()
                .uri(realm(path))
                .headers(headers -> headers.setBearerAuth(token()))
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private String realm(String path) {
        return server.address() + "/admin/realms/pilotage" + path;
    }

    private String token() {
        return tokens(
                        server.address() + "/realms/master",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "tests",
                                "client_secret",
                                server.secret()))
                .path("access_token")
                .asText();
    }
}
