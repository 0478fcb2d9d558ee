package io.pilotage.governance;

import io.pilotage.workflow.Refused;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Who of the employees and their representatives was informed, as Article 26(7) of Regulation (EU) 2024/1689 asks.
 *
 * @param answer {@code agreed}, {@code noted}, {@code concerns} or {@code none}
 */
@Table("worker_notice")
public record WorkerNotice(
        @Id String pilotKey, String informed, LocalDate informedOn, String channel, String answer, String response)
        implements Assessment {

    @Override
    public void guard(LocalDate today) {
        if (informedOn.isAfter(today)) {
            throw new Refused("governance.workers.notInformedYet");
        }
    }
}
