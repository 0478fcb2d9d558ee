package io.pilotage.roi;

import java.math.BigDecimal;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Inference that is planned by tokens, on top of what its line of cost says otherwise; what systems report in use is
 * held against it.
 *
 * @param tokensPerCase tokens that one case takes, input and output together
 * @param tokenPrice of a million tokens, in the pilot's currency
 */
public record Inference(
        @Column("tokens_per_case") BigDecimal tokensPerCase,
        @Column("token_price") BigDecimal tokenPrice) {

    private static final int MILLION = 6;

    /** Cost of one case, not rounded. */
    BigDecimal perCase() {
        return tokensPerCase.multiply(tokenPrice).movePointLeft(MILLION);
    }
}
