package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** What the product says of an identity provider that is there, broken, away or built in. */
class IdentityProviderHealthTests {

    private static final int SILENT = 0;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch silent = new CountDownLatch(1);
    private volatile int status = 200;
    private HttpServer provider;

    @BeforeEach
    void listen() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/realms/pilotage/.well-known/openid-configuration", call -> {
            asked.incrementAndGet();
            if (status == SILENT) {
                silence();
            }
            byte[] body = "{\"token_endpoint\":\"x\"}".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        silent.countDown();
        provider.stop(0);
    }

    @Test
    void providerThatAnswersIsUpAndIsNotAskedAtEveryLook() {
        IdentityProviderHealth health = of(issuer());
        assertThat(known(health).getStatus()).isEqualTo(Status.UP);
        for (int look = 0; look < 50; look++) {
            health.health();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void brokenProviderDegradesAndDoesNotStop() {
        status = 503;
        assertThat(known(of(issuer())).getStatus()).isEqualTo(IdentityProviderHealth.DEGRADED);
    }

    @Test
    void providerThatIsAwayDegrades() {
        provider.stop(0);
        assertThat(known(of(issuer())).getStatus()).isEqualTo(IdentityProviderHealth.DEGRADED);
    }

    /** Whoever waited for it would be told that it is away, not that nothing is known yet. */
    @Test
    void noProbeWaitsForAProviderThatIsSilent() {
        status = SILENT;
        IdentityProviderHealth health = of(issuer());
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(known(health).getStatus()).isEqualTo(IdentityProviderHealth.DEGRADED);
    }

    @Test
    void withoutAProviderPeopleAreInTheDatabase() {
        Health health = of("").health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("provider", "built in");
    }

    private void silence() {
        try {
            silent.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/pilotage";
    }

    private static IdentityProviderHealth of(String issuer) {
        return new IdentityProviderHealth(issuer);
    }

    private static Health known(IdentityProviderHealth health) {
        Instant giveUp = Instant.now().plusSeconds(20);
        while (health.health().getStatus().equals(Status.UNKNOWN)) {
            assertThat(Instant.now()).isBefore(giveUp);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }
        return health.health();
    }
}
