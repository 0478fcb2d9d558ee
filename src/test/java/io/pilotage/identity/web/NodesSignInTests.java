package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session belongs to no node: another goes on with it, and a sign-out that reaches one node ends it on both. */
@KeycloakTest
class NodesSignInTests {

    private static final String TASKS = "/operaton/api/engine/engine/default/task/count";

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String database;

    @Test
    void signOutThatReachesOneNodeEndsTheSessionOnTheOther() {
        KeycloakServer server = KeycloakServer.shared();
        KeycloakAdmin keycloak = server.admin();
        String login = "nodes-" + UUID.randomUUID();
        String person = keycloak.person(login, "Two", "Nodes", "data-owner");
        try (ApplicationProcess other = ApplicationProcess.start(
                        "second-node",
                        database,
                        "--pilotage.identity.issuer=" + server.issuer(),
                        "--pilotage.identity.client-secret=" + server.secret(),
                        "--pilotage.identity.directory-client-secret=" + server.secret());
                Browser browser = Browser.desktop(port).signInAtKeycloak(login, "/portfolio")) {
            Caller there = Caller.anonymous(other.port()).withSession(browser.session());
            assertThat(there.get(TASKS).status()).isEqualTo(200);
            keycloak.signOut(person);
            Instant giveUp = Instant.now().plusSeconds(10);
            while (there.get(TASKS).status() != 401) {
                assertThat(Instant.now()).isBefore(giveUp);
                new CompletableFuture<Void>()
                        .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                        .join();
            }
        }
    }
}
