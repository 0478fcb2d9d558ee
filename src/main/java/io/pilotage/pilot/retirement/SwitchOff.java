package io.pilotage.pilot.retirement;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;

/** The last day of access, and until when, where and by whom records are kept. */
public record SwitchOff(
        @Column("switched_off_on") LocalDate switchedOffOn,
        @Column("records_kept_until") LocalDate recordsKeptUntil,
        @Column("records_place") String recordsPlace,
        @Column("records_owner") String recordsOwner) {}
