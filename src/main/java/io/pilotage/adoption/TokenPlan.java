package io.pilotage.adoption;

import java.math.BigDecimal;

/**
 * What the signed money case planned tokens to be in a period.
 *
 * @param tokens for the cases that were promised for the period
 * @param price of a million tokens, in the pilot's currency
 */
public record TokenPlan(BigDecimal tokens, BigDecimal price) {}
