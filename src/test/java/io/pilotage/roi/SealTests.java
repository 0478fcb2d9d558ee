package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealTests {

    @Test
    void theSameThingIsAlwaysTheSameText() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", new BigDecimal("100.00"));
        one.put("a", List.of(new BigDecimal("1E+3"), LocalDate.of(2030, 1, 2)));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", List.of(new BigDecimal("1000"), LocalDate.of(2030, 1, 2)));
        other.put("b", new BigDecimal("1E+2"));
        assertThat(CanonicalJson.write(one))
                .isEqualTo(CanonicalJson.write(other))
                .isEqualTo("{\"a\":[1000,\"2030-01-02\"],\"b\":100}");
    }

    @Test
    void howAPartIsStoredIsNotPartOfTheSeal() {
        MoneyHypothesis first = MoneyCases.hypothesis(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN, null);
        assertThat(CanonicalJson.write(first))
                .startsWith("{\"attribution\":null,\"benefitOwner\":\"bu-sponsor\"")
                .doesNotContain("version", "pilotKey");
    }

    @Test
    void oneChangedDigitBreaksTheSeal() {
        MoneyCaseSeal seal = MoneyCaseSeal.of("P-0", 1, "{\"p50\":90000}", figures(), null, Instant.EPOCH);
        assertThat(seal.sha256()).hasSize(64);
        assertThat(seal.covers("{\"p50\":90000}")).isTrue();
        assertThat(seal.covers("{\"p50\":90001}")).isFalse();
    }

    @Test
    void anAlteredTextNoLongerFitsItsHash() {
        MoneyCaseSeal seal = MoneyCaseSeal.of("P-0", 1, "{\"p50\":90000}", figures(), null, Instant.EPOCH);
        MoneyCaseSeal altered = new MoneyCaseSeal(
                seal.id(),
                "P-0",
                1,
                "{\"p50\":99000}",
                seal.sha256(),
                Instant.EPOCH,
                figures(),
                null,
                null,
                null,
                null,
                0);
        assertThat(altered.covers("{\"p50\":99000}")).isFalse();
    }

    @Test
    void theHashIsPlainSha256() {
        assertThat(MoneyCaseSeal.of("P-0", 1, "{}", figures(), null, Instant.EPOCH)
                        .sha256())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    private static SealedFigures figures() {
        return SealedFigures.of(MoneyCases.of(
                MoneyCases.hypothesis(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN, null),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                MoneyCases.fixed(BigDecimal.ONE)));
    }
}
