package io.pilotage.sample;

import io.pilotage.sample.process.Rehearsal;
import io.pilotage.workflow.OpenTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills an empty embedded default with the sample portfolio, once, before anybody signs in. */
@Component
@ConditionalOnProperty("pilotage.sample")
class SamplePortfolio {

    private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);
    private static final Pattern IN_DAYS = Pattern.compile("([+-]\\d+)d");
    private static final int ENDLESS = 200;

    private final Rehearsal rehearsal;
    private final JdbcClient jdbc;
    private final Clock clock;

    SamplePortfolio(Rehearsal rehearsal, JdbcClient jdbc, Clock clock) {
        this.rehearsal = rehearsal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(100)
    void fill() {
        if (jdbc.sql("select count(*) from pilot").query(Integer.class).single() > 0) {
            return;
        }
        Map<String, Map<String, Object>> usual = SampleFile.answers();
        Instant present = clock.instant();
        try {
            for (SamplePilot pilot : SampleFile.pilots()) {
                travel(pilot, usual, present);
            }
        } finally {
            rehearsal.backToPresent();
        }
        LOG.info(
                "Sample portfolio: {} pilots",
                jdbc.sql("select count(*) from pilot").query(Integer.class).single());
    }

    private void travel(SamplePilot pilot, Map<String, Map<String, Object>> usual, Instant present) {
        rehearsal.goTo(present.minus(Duration.ofDays(pilot.began())));
        String key = rehearsal.propose(
                "pilot-owner", answers("submitIntake", usual.getOrDefault("submitIntake", Map.of()), pilot.intake()));
        Duration pace = Duration.ofDays(pilot.pace());
        for (int step = 0; step < ENDLESS; step++) {
            rehearsal.pass(key, Duration.ZERO);
            List<OpenTask> open = rehearsal.open(key);
            if (open.stream().anyMatch(task -> pilot.stopAt().contains(task.taskId()))
                    || !rehearsal.now().plus(pace).isBefore(present)) {
                break;
            }
            rehearsal.pass(key, pace);
            rehearsal.open(key).stream()
                    .findFirst()
                    .ifPresent(task -> rehearsal.complete(
                            task,
                            answers(
                                    task.taskId(),
                                    usual.getOrDefault(task.taskId(), Map.of()),
                                    pilot.answers().getOrDefault(task.taskId(), Map.of()))));
        }
        Duration rest = Duration.between(rehearsal.now(), present);
        if (!rest.isNegative()) {
            rehearsal.pass(key, rest);
        }
    }

    private Map<String, Object> answers(String formId, Map<String, Object> usual, Map<String, Object> own) {
        Map<String, Object> given = new HashMap<>(usual);
        given.putAll(own);
        Map<String, Object> answers = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                answers.put(formId + "_" + name, dated(value));
            }
        });
        return answers;
    }

    private Object dated(Object value) {
        Matcher days = IN_DAYS.matcher(value.toString());
        return days.matches()
                ? LocalDate.ofInstant(rehearsal.now(), ZoneOffset.UTC)
                        .plusDays(Long.parseLong(days.group(1)))
                        .toString()
                : value;
    }
}
