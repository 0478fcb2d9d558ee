package io.pilotage.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the models ask: when a task is due, and when its deadline timer fires next. Days come from the decision table
 * {@code sla} and are business days of the case's home region.
 */
@Component("deadlines")
public class Deadlines {

    private final DeadlineBook book;
    private final DecisionTables tables;
    private final BusinessCalendar calendar;
    private final CaseDirectory cases;

    Deadlines(DeadlineBook book, @Lazy DecisionTables tables, BusinessCalendar calendar, CaseDirectory cases) {
        this.book = book;
        this.tables = tables;
        this.calendar = calendar;
        this.cases = cases;
    }

    /** When the task of this execution is due, for {@code camunda:dueDate}. */
    public Date due(ExecutionEntity execution) {
        return Date.from(find(execution).steps().due());
    }

    /**
     * When the deadline timer fires next, as an ISO 8601 repetition; opens the deadline when the task is entered, and is
     * asked again each time the timer is due.
     */
    public String next(ExecutionEntity execution) {
        Instant now = EngineWords.now();
        Deadline deadline = find(execution);
        return "R/" + deadline.nextAfter(now) + "/P7D";
    }

    /** With several signers the timer's own execution stands at no activity; its deadline is known by the execution. */
    private Deadline find(ExecutionEntity execution) {
        if (execution.getActivity() == null) {
            return book.findByExecution(execution.getId()).orElseThrow();
        }
        return book.find(execution.getProcessInstanceId(), taskOf(execution))
                .orElseGet(() -> opened(execution, EngineWords.now()));
    }

    private Deadline opened(ExecutionEntity execution, Instant now) {
        String pilotKey = EngineWords.pilotKey(execution);
        String task = taskOf(execution);
        String region = cases.homeRegion(pilotKey);
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", task);
        inputs.put("tier", execution.getVariable("tier"));
        Map<String, Object> sla = tables.ruleRow("sla", inputs);
        double due = days(sla, "due");
        double silence = days(sla, "silence");
        Deadline.Steps steps = new Deadline.Steps(
                calendar.plus(now, days(sla, "reminder"), region),
                calendar.plus(now, due, region),
                calendar.plus(now, due + days(sla, "deputy"), region),
                calendar.plus(now, due + days(sla, "functionHead"), region),
                calendar.plus(now, due + days(sla, "chair"), region),
                silence > 0 ? calendar.plus(now, silence, region) : null);
        Deadline deadline = new Deadline(
                UUID.randomUUID().toString(),
                execution.getProcessInstanceId(),
                execution.getId(),
                pilotKey,
                execution.getProcessDefinition().getKey(),
                task,
                null,
                region,
                now,
                steps,
                String.valueOf(sla.getOrDefault("functionHeadRole", "function-head")),
                0,
                null,
                null,
                null);
        book.open(deadline);
        return deadline;
    }

    private static double days(Map<String, Object> sla, String output) {
        Object value = sla.get(output);
        if (value instanceof Number days) {
            return days.doubleValue();
        }
        throw new IllegalStateException("Decision table sla gives no number for '" + output + "': " + value);
    }

    private static String taskOf(ExecutionEntity execution) {
        String id = execution.getActivity().getId();
        int body = id.indexOf("#multiInstanceBody");
        return body < 0 ? id : id.substring(0, body);
    }
}
