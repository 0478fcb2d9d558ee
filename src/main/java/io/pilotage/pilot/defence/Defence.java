package io.pilotage.pilot.defence;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** What the sponsor brings forward: new facts, a plan, what it costs and when it is judged again. */
public record Defence(
        @Column("new_evidence") String newEvidence,
        @Column("change_planned") String change,
        @Column("cost_until_then") BigDecimal costUntilThen,
        @Column("judge_on") LocalDate judgeOn) {

    /** A new limit; if it is missed, the pilot stops without another round. */
    @Table("kill_defence_limit")
    public record Limit(String metric, String comparator, BigDecimal threshold, LocalDate checkedOn, String source) {}

    /** Where a new fact can be read. */
    @Table("kill_defence_evidence")
    public record Evidence(String title, String link) {}
}
