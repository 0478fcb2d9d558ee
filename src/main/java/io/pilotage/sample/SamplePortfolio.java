package io.pilotage.sample;

import io.pilotage.sample.process.Rehearsal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty embedded default with the sample portfolio, once, before the web server takes connections and before the
 * engine runs any timer by itself: the clock is moved meanwhile. All pilots travel on one time line, so that everything
 * recorded of them is in order of time. What is interrupted begins anew, see {@link InterruptedSample}.
 */
@Component
@ConditionalOnProperty("pilotage.sample")
class SamplePortfolio implements SmartLifecycle {

    /** Long before the web server, which is among the last to start. */
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private static final Logger LOG = LoggerFactory.getLogger(SamplePortfolio.class);

    private final Rehearsal rehearsal;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile boolean running;

    SamplePortfolio(Rehearsal rehearsal, JdbcClient jdbc, Clock clock) {
        this.rehearsal = rehearsal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void start() {
        fill();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    void fill() {
        if (pilots() > 0) {
            return;
        }
        LOG.info("Sample portfolio: the journeys of made-up pilots are played, once; the pages open when that is done");
        Instant present = clock.instant();
        rehearsal.note(InterruptedSample.MARK, InterruptedSample.PLAYING);
        try {
            travel(present);
        } finally {
            rehearsal.backToPresent();
        }
        rehearsal.note(InterruptedSample.MARK, InterruptedSample.PLAYED);
        LOG.info("Sample portfolio: {} pilots, the pages open now", pilots());
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
