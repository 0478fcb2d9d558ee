package io.pilotage.adoption;

import java.time.LocalDate;

/** A span of use that is measured as one, from one day until the other. */
public record Period(String pilotKey, LocalDate begins, LocalDate ends) {

    /** Names the period in every table of this module. */
    public String id() {
        return pilotKey + "@" + ends;
    }
}
