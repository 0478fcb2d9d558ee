package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.security.JaxRsEndpoints.Endpoint;
import io.pilotage.testing.Caller;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A token that this realm made for somebody else, and one that nobody made, open no address that is not open to all. */
@KeycloakTest
class TokensOfOthersTests {

    private final KeycloakAdmin keycloak = KeycloakServer.shared().admin();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void openNothing() {
        Caller nobody = Caller.anonymous(port);
        Set<Endpoint> asked = Everybody.asking(Addresses.all(context));
        Map<Endpoint, Integer> usual = new TreeMap<>();
        asked.forEach(endpoint -> usual.put(endpoint, ask(nobody, endpoint)));
        Set<String> otherwise = new TreeSet<>();
        for (String token : new String[] {keycloak.machineToken("pilotage-directory", ""), "not.a.token"}) {
            Caller other = Caller.token(port, token);
            usual.forEach((endpoint, status) -> {
                boolean isCall = endpoint.path().matches("/(api|engine-rest)/.*");
                int answer = ask(other, endpoint);
                if (answer != (isCall ? 401 : status)) {
                    otherwise.add(endpoint + ": " + answer + ", without a token " + status);
                }
            });
        }
        System.out.println("tokens of others: n=" + asked.size() + " addresses x 2 tokens");
        assertThat(asked).hasSizeGreaterThan(500);
        assertThat(usual.values()).allMatch(status -> status < 500);
        assertThat(otherwise).isEmpty();
    }

    private static int ask(Caller caller, Endpoint endpoint) {
        String path = endpoint.path().replaceAll("\\{[^}]+}", "none").replace("*", "x");
        boolean body = Set.of("POST", "PUT").contains(endpoint.method());
        return caller.send(endpoint.method(), path, "application/json", body ? "{}" : null)
                .status();
    }
}
