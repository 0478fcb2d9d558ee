package io.pilotage.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Whether people can sign in: the identity provider's own description of itself is read beside the probes, at most four
 * times a minute and with little patience. A provider that is away makes the product {@code DEGRADED}, not down: whoever
 * is signed in keeps working and timers fire, so taking the node out of service would make one outage into two.
 */
@Component("identityProviderHealthIndicator")
class IdentityProviderHealth implements HealthIndicator, MeterBinder {

    static final Status DEGRADED = new Status("DEGRADED", "Nobody can sign in; those who are signed in keep working");

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable URI metadata;
    private final Supplier<HttpClient> http = SingletonSupplier.of(
            () -> HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Health last = Health.unknown().build();
    private volatile long askedAt = System.nanoTime() - FRESH.toNanos();

    IdentityProviderHealth(@Value("${pilotage.identity.issuer:}") String issuer) {
        this.metadata = issuer.isBlank()
                ? null
                : URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    }

    /** What is known; a probe never waits for the provider. */
    @Override
    public Health health() {
        if (metadata == null) {
            return Health.up().withDetail("provider", "built in").build();
        }
        if (System.nanoTime() - askedAt >= FRESH.toNanos() && asking.compareAndSet(false, true)) {
            ask(metadata);
        }
        return last;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pilotage.identity.provider.up", this, self -> up(self.health()))
                .description("Whether people can sign in; not a number until it is known")
                .register(registry);
    }

    private void ask(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        var unused = http.get().sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            last = failure == null ? judged(address, answer) : away(address, failure.toString());
            askedAt = System.nanoTime();
            asking.set(false);
        });
    }

    private static Health judged(URI address, HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("\"token_endpoint\"")
                ? Health.up().withDetail("provider", address.getHost()).build()
                : away(address, "status " + answer.statusCode());
    }

    private static Health away(URI address, String reason) {
        return Health.status(DEGRADED)
                .withDetail("provider", address.toString())
                .withDetail("reason", reason)
                .build();
    }

    private static double up(Health health) {
        if (health.getStatus().equals(Status.UNKNOWN)) {
            return Double.NaN;
        }
        return health.getStatus().equals(Status.UP) ? 1 : 0;
    }
}
