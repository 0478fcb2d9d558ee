package io.pilotage.seal;

import io.pilotage.verify.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * An acceptance criterion as a Pre-Registered ML Manifest (PRML 0.1, {@code application/vnd.prml+yaml}): the canonical
 * bytes of its section 3 and their hash, so that tools of others check it.
 *
 * @param canonical YAML in the canonical form
 * @param sha256 of the canonical form in UTF-8, hexadecimal
 */
public record PrmlManifest(String canonical, String sha256) {

    /** The version of the specification that is written. */
    public static final String VERSION = "prml/0.1";

    /** Media type as registered with IANA. */
    public static final String MEDIA_TYPE = "application/vnd.prml+yaml";

    private static final int NO_FOLDING = Integer.MAX_VALUE;
    private static final BigInteger LARGEST_SEED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    /**
     * What is claimed before the run.
     *
     * @param claimId UUIDv7; the same for every amendment of the claim
     * @param metric name or address of the metric
     * @param comparator one of {@code >=}, {@code >}, {@code ==}, {@code <=}, {@code <}
     * @param threshold becomes the nearest number of IEEE 754
     * @param datasetHash SHA-256 of the data, hexadecimal
     * @param seed from zero to 2^64 - 1
     * @param producer name in the DNS
     * @param prior hash of the manifest before; null for the first of a claim
     */
    public record Claim(
            String claimId,
            Instant createdAt,
            String metric,
            String comparator,
            BigDecimal threshold,
            String datasetId,
            String datasetHash,
            BigInteger seed,
            String producer,
            @Nullable String prior) {}

    /** @throws IllegalArgumentException when the claim holds what the canonical form forbids */
    public static PrmlManifest of(Claim claim) {
        if (claim.seed().signum() < 0 || claim.seed().compareTo(LARGEST_SEED) > 0) {
            throw new IllegalArgumentException("The seed has more than 64 bits: " + claim.seed());
        }
        Map<String, Object> manifest = new TreeMap<>();
        manifest.put("version", VERSION);
        manifest.put("claim_id", allowed(claim.claimId()));
        manifest.put(
                "created_at", claim.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        manifest.put("metric", allowed(claim.metric()));
        manifest.put("comparator", allowed(claim.comparator()));
        manifest.put("threshold", claim.threshold().doubleValue());
        manifest.put("dataset", new TreeMap<>(Map.of("id", allowed(claim.datasetId()), "hash", claim.datasetHash())));
        manifest.put("seed", claim.seed());
        manifest.put("producer", new TreeMap<>(Map.of("id", allowed(claim.producer()))));
        if (claim.prior() != null) {
            manifest.put("prior_hash", claim.prior());
        }
        return of(manifest);
    }

    /** Any manifest whose keys are sorted already. */
    static PrmlManifest of(Map<String, Object> manifest) {
        String canonical = yaml().dump(manifest);
        return new PrmlManifest(canonical, Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setAllowUnicode(true);
        options.setIndent(2);
        options.setWidth(NO_FOLDING);
        options.setSplitLines(false);
        return new Yaml(new Numbers(options), options);
    }

    /** Section 3.4: characters that look like nothing or like others are refused, never changed in silence. */
    private static String allowed(String text) {
        boolean hidden = text.codePoints()
                .anyMatch(point ->
                        Character.isISOControl(point) || point == 0x2028 || point == 0x2029 || point == 0xFEFF);
        if (hidden || !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("A manifest may not hold this text: " + text);
        }
        return text;
    }

    /** Section 3.5: a threshold is always written as a number with a point. */
    private static final class Numbers extends Representer {

        Numbers(DumperOptions options) {
            super(options);
            representers.put(Double.class, value -> representScalar(Tag.FLOAT, PrmlNumbers.text((Double) value)));
        }
    }
}
