package io.pilotage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.seal.PrmlManifest.Claim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical bytes of manifests, held against the published test vectors of PRML 0.1. */
class PrmlManifestTests {

    private static final String DATA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Vectors 1, 3, 5, 6, 7, 8, 11, 12 and 13 of the specification; its hashes, not ours. */
    @ParameterizedTest(name = "vector {0}")
    @CsvSource({
        "01, 0, 2026-05-01T12:00:00Z, accuracy, >=, 0.85, imagenet-val-2012, " + DATA + ", 42, studio-11.co,"
                + " 1a3466cc08ee7fb60a726ea1c4db6ecf48a9f847b9b7523bfb54b2ffaefee546",
        "03, 0, 2026-05-01T12:00:00Z, accuracy, >=, 0.86, imagenet-val-2012, " + DATA + ", 42, studio-11.co,"
                + " b96b5b8d613e29d8c28c1cf91c03821b02224c41188c6128743fa2d55639d4bb",
        "05, 2, 2026-05-01T12:00:00Z, accuracy, >=, 0.85, imagenet-val-2012, " + DATA + ", 42, üniversite.edu.tr,"
                + " 6cf48a868f8f2fec59647d4b8327a27aba7dc219c14ab799ad85398a5aa9e1b6",
        "06, 3, 2026-05-01T12:00:00Z, accuracy, >=, 0.5, test-dataset,"
                + " 0000000000000000000000000000000000000000000000000000000000000000, 18446744073709551615,"
                + " edge.example, 57c71c567e0c4d86c691e311634730cd1ff0c65308f3a917d62d89d36d31c81d",
        "07, 4, 2026-05-01T12:00:00Z, accuracy, >=, 0.5, test-dataset,"
                + " 0000000000000000000000000000000000000000000000000000000000000000, 0, edge.example,"
                + " 766d6ca6ee06b619bf4e49f586eff0e979adcd034abae31d2c52b93d00ef7b92",
        "08, 5, 2026-05-01T12:00:00Z, exact_match, ==, 1, synth-100,"
                + " abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789, 7, studio-11.co,"
                + " fc2bf632dfb10bac8cf88b0c0756af2b53175c9b3078ae34aaf6ce63102c1b56",
        "11, 8, 2026-08-12T10:00:00Z, auroc, >, 0.55, chestx-ray-14,"
                + " 1010101010101010101010101010101010101010101010101010101010101010, 2718,"
                + " research-hospital.example, 91104f15ee95b7a61869e30bd1539abfd718652288daa6bb7418337a8ffc32de",
        "12, 9, 2026-09-01T15:00:00Z, mae, <=, 2.5, boston-housing,"
                + " 9999888877776666555544443333222211110000aaaaffffeeeeddddccccbbbb, 1, studio-11.co,"
                + " ec1d18427451f0bd7886c6ac4027f07a779f899035c27ea52cb2765212866424",
        "13, a, 2026-06-01T12:00:00Z, accuracy_pct, >=, 90, eval-2k,"
                + " abcd1234abcd1234abcd1234abcd1234abcd1234abcd1234abcd1234abcd1234, 42, falsify.dev,"
                + " cb9683ce70f5d45d407b827d0b9223d342ebd3600c560ec6a9e76dd336bf007d"
    })
    void everyVectorHasTheHashOfTheSpecification(
            String vector,
            String id,
            Instant at,
            String metric,
            String comparator,
            BigDecimal threshold,
            String data,
            String hash,
            BigInteger seed,
            String producer,
            String expected) {
        Claim claim = new Claim(
                "01900000-0000-7000-8000-00000000000" + id,
                at,
                metric,
                comparator,
                threshold,
                data,
                hash,
                seed,
                producer,
                null);
        assertThat(PrmlManifest.of(claim).sha256()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000001, 1.0e-06",
        "0.0001, 0.0001",
        "1e16, 1.0e+16",
        "123456789012345680, 1.2345678901234568e+17",
        "-2.5, -2.5",
        "0, 0.0",
        "1000, 1000.0",
        "1e-7, 1.0e-07",
        "2e-3, 0.002"
    })
    void numbersAreTheShortestThatMeanTheSame(double number, String text) {
        assertThat(PrmlNumbers.text(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
    }

    @Test
    void anAmendmentNamesTheManifestBefore() {
        PrmlManifest first = PrmlManifest.of(claim("accuracy", null));
        assertThat(PrmlManifest.of(claim("accuracy", first.sha256())).canonical())
                .contains("\nprior_hash: " + first.sha256() + "\n")
                .endsWith("version: prml/0.1\n");
    }

    @Test
    void whatLooksLikeNothingIsRefused() {
        for (String metric : new String[] {"acc\u200Buracy\u0007", "accuracy\uFEFF", "u\u0308", "a\u2028b"}) {
            assertThatThrownBy(() -> PrmlManifest.of(claim(metric, null))).hasMessageContaining("may not hold");
        }
        assertThatThrownBy(() -> PrmlNumbers.text(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    }

    private static Claim claim(String metric, @Nullable String prior) {
        return new Claim(
                "01900000-0000-7000-8000-000000000000",
                Instant.parse("2026-05-01T12:00:00Z"),
                metric,
                ">=",
                BigDecimal.ONE,
                "data/1",
                DATA,
                BigInteger.ZERO,
                "example.org",
                prior);
    }
}
