package io.pilotage.pilot.defence;

import io.pilotage.identity.Role;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is to be watched.
 *
 * @param comparator {@code atLeast} or {@code atMost}
 * @param checkedAgain {@code once}, {@code monthly} or {@code quarterly}
 * @param checker who reads the figure
 * @param defender who may defend the pilot when it is missed
 */
public record Terms(
        String metric,
        String comparator,
        BigDecimal threshold,
        LocalDate checkedOn,
        String checkedAgain,
        String source,
        Role checker,
        Role defender,
        Consequence consequence) {}
