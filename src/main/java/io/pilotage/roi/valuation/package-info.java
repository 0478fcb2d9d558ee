/**
 * The arithmetic of a money case and nothing else: amounts in a currency, years of cash, ranges, chance and influence. It
 * knows no pilot, no form and no table, so that it can be checked against textbooks.
 */
@NullMarked
@NamedInterface("valuation")
package io.pilotage.roi.valuation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
