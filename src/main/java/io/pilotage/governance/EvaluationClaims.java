package io.pilotage.governance;

import io.pilotage.seal.PrmlManifest;
import io.pilotage.seal.PrmlManifest.Claim;
import io.pilotage.verify.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out criteria of sealed plans as manifests that tools of others check. A criterion that changes keeps its claim and
 * names the manifest before (PRML 0.1, section 6); one that stays as it is keeps its manifest.
 */
@Service
public class EvaluationClaims {

    private final EvaluationPlans plans;

    EvaluationClaims(EvaluationPlans plans) {
        this.plans = plans;
    }

    /**
     * The manifest of one criterion; empty when that version of the plan has none in this place.
     *
     * @param version of the sealed plan
     * @param position of the criterion in the plan, from one
     * @param producer name of the organisation in the DNS
     */
    @Transactional(readOnly = true)
    public Optional<PrmlManifest> manifest(String pilotKey, int version, int position, String producer) {
        @Nullable AcceptanceCriterion before = null;
        @Nullable PrmlManifest manifest = null;
        @Nullable String id = null;
        for (EvaluationPlans.Sealed kept : plans.versions(pilotKey)) {
            if (kept.version() > version) {
                break;
            }
            AcceptanceCriterion criterion = criterion(kept.plan(), position);
            if (criterion == null && kept.version() == version) {
                return Optional.empty();
            }
            if (criterion != null && !criterion.equals(before)) {
                id = id == null ? claimId(pilotKey, position, kept.at()) : id;
                manifest = PrmlManifest.of(
                        claim(criterion, id, kept.at(), producer, manifest == null ? null : manifest.sha256()));
                before = criterion;
            }
        }
        return plans.versions(pilotKey).stream().anyMatch(kept -> kept.version() == version)
                ? Optional.ofNullable(manifest)
                : Optional.empty();
    }

    private static @Nullable AcceptanceCriterion criterion(EvaluationPlan plan, int position) {
        return position < 1 || position > plan.criteria().size()
                ? null
                : plan.criteria().get(position - 1);
    }

    private static Claim claim(
            AcceptanceCriterion criterion, String id, Instant at, String producer, @Nullable String prior) {
        return new Claim(
                id,
                at,
                criterion.metric(),
                criterion.sign(),
                criterion.threshold(),
                criterion.datasetId(),
                criterion.datasetSha256(),
                criterion.seed(),
                producer,
                prior);
    }

    /** A UUIDv7 (RFC 9562) that comes out the same each time: its chance is the hash of case and position. */
    private static String claimId(String pilotKey, int position, Instant at) {
        byte[] chance = Sha256.of((pilotKey + "/" + position).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(chance);
        long high = (at.toEpochMilli() << 16) | 0x7000L | (bits.getShort() & 0x0FFFL);
        long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
