package io.pilotage.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that two readers could understand in two ways, or that has no end, is refused. */
class JsonTests {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(Json.read(" {\"a\":[1.50,true,null,\"\\u00e4\\n\"],\"b\":{}} "))
                .isEqualTo(
                        Map.of("a", java.util.Arrays.asList(new BigDecimal("1.50"), true, null, "ä\n"), "b", Map.of()));
        assertThat(Json.read("[]")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"a\":1,}",
                "[1 2]",
                "01",
                "1e99999",
                "NaN",
                "\"no end",
                "\"\\q\"",
                "{a:1}",
                "11111111111111111111111111111111111111111111111111"
            })
    void whatIsNotStrictIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }

    /** Half a character cannot be written in UTF-8: it would be committed to like the question mark in its place. */
    @Test
    void twoValuesNeverHaveOneCommitment() {
        assertThat(new PersonalValue("actor", "00", "?").commitment()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonalValue("actor", "00", "\ud800").commitment())
                .withMessageContaining("'actor' is no text");
    }

    @Test
    void depthIsBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("[".repeat(100_000)))
                .withMessageContaining("too deep");
    }
}
