package io.pilotage.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One bucket of tries per key, refilled evenly over a minute; what nobody has used for a while is forgotten. A key is
 * whatever a stranger sends, so it is kept as a hash: many long ones would fill the memory of the node.
 */
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
        return Objects.requireNonNull(buckets.get(hash(key), ignored -> full())).tryConsume(1);
    }

    /** Seconds until there is a try again, 0 when there is one now. To ask keeps nothing. */
    long wait(String key) {
        Bucket known = buckets.getIfPresent(hash(key));
        long nanos = known == null ? 0 : known.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return nanos == 0 ? 0 : Duration.ofNanos(nanos).toSeconds() + 1;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
                .build();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
