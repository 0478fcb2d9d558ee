package io.pilotage.pilot.retirement;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;

/** The way of working that takes over again, when it was rehearsed, and what the users were told. */
public record Fallback(
        @Column("workflow") String workflow,
        @Column("rehearsed_on") LocalDate rehearsedOn,
        @Column("users_informed_on") LocalDate usersInformedOn,
        @Column("users_message") String message,
        @Column("problems") String problems) {}
