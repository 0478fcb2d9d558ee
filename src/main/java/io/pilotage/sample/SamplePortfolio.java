package io.pilotage.sample;

import io.pilotage.sample.process.Rehearsal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty embedded default with the sample portfolio, once, before anybody signs in and before the engine runs
 * any timer by itself. All pilots travel on one time line, so that everything recorded of them is in order of time.
 */
@Component
@ConditionalOnProperty("pilotage.sample")
class SamplePortfolio {

    private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);

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
        if (pilots() > 0) {
            return;
        }
        LOG.info("Sample portfolio: the journeys of made-up pilots are played, once");
        Instant present = clock.instant();
        try {
            travel(present);
        } finally {
            rehearsal.backToPresent();
        }
        LOG.info("Sample portfolio: {} pilots", pilots());
    }

    private void travel(Instant present) {
        SampleAnswers answers = new SampleAnswers(SampleFile.answers());
        PriorityQueue<SampleJourney> journeys = new PriorityQueue<>(Comparator.comparing(SampleJourney::next));
        SampleFile.pilots().forEach(pilot -> journeys.add(new SampleJourney(pilot, answers, present)));
        while (!journeys.isEmpty()) {
            SampleJourney journey = journeys.remove();
            rehearsal.passUntil(journey.next());
            try {
                journey.act(rehearsal);
            } catch (RuntimeException e) {
                LOG.error("Sample pilot \"{}\" goes no further", journey.pilot().title(), e);
                continue;
            }
            if (journey.next().isBefore(present)) {
                journeys.add(journey);
            }
        }
        rehearsal.passUntil(present);
    }

    private int pilots() {
        return jdbc.sql("select count(*) from pilot").query(Integer.class).single();
    }
}
