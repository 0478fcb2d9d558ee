package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Sha256;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A forger who writes whole entries: the verifier holds every sealed text against its hash and its version. */
class SealTamperingTests {

    private static final Map<String, Object> AGREED = Map.of(
            "p50",
            90000,
            "owner",
            Committed.anew(Personal.person("bu-sponsor")),
            "note",
            "ä\"\n",
            "steps",
            List.of(1, 2));

    @Test
    void sealsAndTheirSignaturesPass() {
        String first = Sha256.hex(Committed.text(AGREED));
        Map<String, Object> changed = new HashMap<>(AGREED);
        changed.put("p50", 95000);
        String second = Sha256.hex(Committed.text(changed));
        assertThat(check(sealed(1, first, null, AGREED), sealed(2, second, first, changed), signed(2, second)))
                .isEmpty();
    }

    @Test
    void aTextThatIsNotItsHashIsNamed() {
        assertThat(check(sealed(1, Sha256.hex("something else"), null, AGREED)))
                .singleElement()
                .hasToString(
                        "P-1, entry 1: the sealed text of 'baseline', version 1, is not what its hash was made of");
    }

    @Test
    void aVersionThatIsLeftOutIsNamed() {
        String hash = Sha256.hex(Committed.text(AGREED));
        assertThat(check(sealed(2, hash, hash, AGREED)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("has version 2 and should have 1"));
    }

    @Test
    void aVersionThatHidesTheOneBeforeIsNamed() {
        String hash = Sha256.hex(Committed.text(AGREED));
        assertThat(check(sealed(1, hash, null, AGREED), sealed(2, hash, Sha256.hex("other"), AGREED)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("does not name the version before it"));
    }

    @Test
    void aSignatureUnderAnotherTextIsNamed() {
        String hash = Sha256.hex(Committed.text(AGREED));
        assertThat(check(sealed(1, hash, null, AGREED), signed(1, Sha256.hex("other"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("P-1, entry 2"));
        assertThat(check(signed(1, hash))).hasSize(1);
    }

    @Test
    void anUnchangedPersonReadsTheSameAndAnErasedOneLeavesTheTextWhole() {
        String hash = Sha256.hex(Committed.text(AGREED));
        assertThat(Committed.text(AGREED)).doesNotContain("bu-sponsor");
        assertThat(Sha256.hex(Committed.text(new HashMap<>(AGREED)))).isEqualTo(hash);
    }

    private static TrailEntry sealed(int version, String hash, String previous, Map<String, Object> content) {
        Map<String, Object> details =
                new HashMap<>(Map.of("seal", "baseline", "version", version, "sha256", hash, "content", content));
        if (previous != null) {
            details.put("previous", previous);
        }
        return TrailEntry.of("P-1", Instant.parse("2026-01-01T08:00:00Z"), TrailEntry.PRODUCT, "sealed")
                .details(details)
                .build();
    }

    private static TrailEntry signed(int version, String hash) {
        return TrailEntry.of("P-1", Instant.parse("2026-01-01T08:00:00Z"), "bu-sponsor", "sealSigned")
                .details(Map.of("seals", List.of(Map.of("seal", "baseline", "version", version, "sha256", hash))))
                .build();
    }

    private static List<Finding> check(TrailEntry... entries) {
        TrailCopy trail = TrailCopy.ofChain("P-1", 0);
        trail.anchors.clear();
        String previous = ChainEntry.GENESIS;
        for (int i = 0; i < entries.length; i++) {
            previous = trail.add(entries[i], i + 1L, previous);
        }
        return trail.check().list();
    }
}
