package io.pilotage.pilot.defence;

import io.pilotage.identity.Role;
import io.pilotage.pilot.defence.WatchedLimit.Consequence;
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
    public record Limit(String metric, String comparator, BigDecimal threshold, LocalDate checkedOn, String source) {

        /** What is watched of it: finance reads the figure once, and there is no second defence. */
        Terms terms() {
            return new Terms(
                    metric,
                    comparator,
                    threshold,
                    checkedOn,
                    "once",
                    source,
                    Role.FINANCE_PARTNER,
                    Role.BU_SPONSOR,
                    Consequence.DEFEND);
        }
    }

    /** Where a new fact can be read. */
    @Table("kill_defence_evidence")
    public record Evidence(String title, String link) {}
}
