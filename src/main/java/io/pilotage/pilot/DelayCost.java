package io.pilotage.pilot;

import java.math.BigDecimal;
import java.util.Optional;

/** What waiting costs a pilot (R78): answered by the module that seals its money case. */
public interface DelayCost {

    /** Money a calendar day in the pilot's currency; empty while nothing is sealed. */
    Optional<BigDecimal> perDay(String pilotKey);
}
