package io.pilotage.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Settings that would open or load the product are refused with the way out. */
class OperationsPropertiesTests {

    @Test
    void tokenThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> new OperationsProperties("short", Duration.ofSeconds(15)))
                .hasMessageContaining("scrape-token")
                .hasMessageContaining("openssl rand -hex 32")
                .hasMessageNotContaining("short");
        assertThatCode(() -> new OperationsProperties("", Duration.ofSeconds(15)))
                .doesNotThrowAnyException();
    }

    @Test
    void countingAllTheTimeIsRefused() {
        assertThatThrownBy(() -> new OperationsProperties("", Duration.ofSeconds(9)))
                .hasMessageContaining("figures-every");
    }
}
