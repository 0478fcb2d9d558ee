package io.pilotage.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;

/** One bucket of tries per key, refilled evenly over a minute; what nobody has used for a while is forgotten. */
class Buckets {

    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 50_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(REFILL.multipliedBy(5))
            .build();
    private final int perMinute;

    Buckets(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one try, if there is one. */
    boolean take(String key) {
        return of(key).tryConsume(1);
    }

    /** Seconds until there is a try again, 0 when there is one now. */
    long wait(String key) {
        long nanos = of(key).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return nanos == 0 ? 0 : Duration.ofNanos(nanos).toSeconds() + 1;
    }

    private Bucket of(String key) {
        return Objects.requireNonNull(buckets.get(
                key,
                ignored -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
                        .build()));
    }
}
