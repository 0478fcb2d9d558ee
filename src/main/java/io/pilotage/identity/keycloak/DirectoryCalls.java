package io.pilotage.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.identity.WithKeycloak;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls Keycloak's directory with a token of its own, and gets a new one whenever the last is no longer taken. */
@Component
@WithKeycloak
class DirectoryCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final IdentityProperties properties;
    private final RestClient http;
    private volatile Token token = new Token("", 0);

    DirectoryCalls(IdentityProperties properties) {
        this.properties = properties;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** What is at a path of the directory, or empty when there is nothing. @throws KeycloakAway */
    Optional<JsonNode> get(String path) {
        try {
            Token used = current();
            try {
                return read(path, used);
            } catch (HttpClientErrorException.Unauthorized expired) {
                return read(path, renewed(used));
            }
        } catch (RestClientException e) {
            throw new KeycloakAway(String.valueOf(e.getMessage()));
        }
    }

    boolean realmAnswers() {
        try {
            return http.get()
                            .uri(properties.endpoint("certs"))
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                    == HttpStatus.OK;
        } catch (RestClientException e) {
            return false;
        }
    }

    private Optional<JsonNode> read(String path, Token used) {
        try {
            return Optional.ofNullable(http.get()
                    .uri(properties.directory() + path)
                    .headers(headers -> headers.setBearerAuth(used.value()))
                    .retrieve()
                    .body(JsonNode.class));
        } catch (HttpClientErrorException.NotFound nothing) {
            return Optional.empty();
        }
    }

    private Token current() {
        Token known = token;
        return System.nanoTime() - known.until() < 0 ? known : renewed(known);
    }

    private synchronized Token renewed(Token old) {
        if (token == old) {
            LinkedMultiValueMap<String, String> ask = new LinkedMultiValueMap<>();
            ask.add("grant_type", "client_credentials");
            ask.add("client_id", properties.directoryClientId());
            ask.add("client_secret", properties.directoryClientSecret());
            long asked = System.nanoTime();
            JsonNode answer = http.post()
                    .uri(properties.endpoint("token"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(ask)
                    .retrieve()
                    .body(JsonNode.class);
            if (answer == null) {
                throw new KeycloakAway("Keycloak gave no token");
            }
            Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
            token = new Token(
                    answer.path("access_token").asText(),
                    asked + lifetime.minus(MARGIN).toNanos());
        }
        return token;
    }

    private record Token(String value, long until) {}
}
