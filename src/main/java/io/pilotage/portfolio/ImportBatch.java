package io.pilotage.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import io.pilotage.pilot.Classifications;
import io.pilotage.pilot.Inventory;
import io.pilotage.pilot.PilotJourney;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.portfolio.ImportRows.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a few rows in, each with its case and the start of its journey, all of them or none. */
@Component
class ImportBatch {

    private final ImportRuns runs;
    private final ImportRows rows;
    private final ImportProblems problems;
    private final InventoryEntries entries;
    private final PilotManagement pilots;
    private final PilotJourney journey;
    private final People people;
    private final Trail trail;
    private final ObjectMapper json;
    private final Clock clock;

    ImportBatch(
            ImportRuns runs,
            ImportRows rows,
            ImportProblems problems,
            InventoryEntries entries,
            PilotManagement pilots,
            PilotJourney journey,
            People people,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.problems = problems;
        this.entries = entries;
        this.pilots = pilots;
        this.journey = journey;
        this.people = people;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Brings the next rows in.
     *
     * @return false when none is left or the run is over
     */
    @Transactional
    boolean next(String runId, int size) {
        Optional<ImportRun> held = runs.hold(runId).filter(run -> run.state() == ImportRun.State.RUNNING);
        if (held.isEmpty()) {
            return false;
        }
        ImportRun run = held.get();
        List<Waiting> batch = rows.waiting(runId, size);
        if (batch.isEmpty()) {
            runs.end(runId, clock.instant());
            return false;
        }
        RowReader reader = new RowReader(MappingText.read(run.mapping()), list(runs.columns(runId)), people);
        Map<String, InventoryEntries.Known> known =
                entries.known(run.source(), batch.stream().map(Waiting::key).toList());
        Classifications classifications = new Classifications();
        for (Waiting row : batch) {
            InventoryEntries.Known before = known.get(row.key());
            if (before == null) {
                bringIn(run, reader, row, classifications);
            } else {
                rows.settle(
                        runId,
                        row.row(),
                        before.contentKey().equals(row.contentKey()) ? RowOutcome.KNOWN : RowOutcome.CHANGED,
                        before.pilotKey());
            }
        }
        runs.beat(runId, clock.instant());
        return true;
    }

    /** The next row cannot be brought in; the run goes on behind it. */
    @Transactional
    void giveUpNext(String runId, String why) {
        runs.hold(runId)
                .filter(run -> run.state() == ImportRun.State.RUNNING)
                .ifPresent(run -> rows.waiting(runId, 1).forEach(row -> {
                    rows.settle(runId, row.row(), RowOutcome.FAILED, null);
                    problems.failed(runId, row.row(), why);
                }));
    }

    private void bringIn(ImportRun run, RowReader reader, Waiting waiting, Classifications classifications) {
        TableRow row = new TableRow(waiting.row(), list(waiting.cells()));
        RowPlan plan = reader.plan(row, waiting.key());
        Inventory entry = Objects.requireNonNull(plan.entry(), "checked before");
        Instant now = clock.instant();
        Optional<String> key = pilots.bringIn(entry, classifications);
        key.ifPresent(pilotKey -> {
            entries.add(run.id(), run.source(), waiting, pilotKey, plan.words(), write(reader.written(row)), now);
            trail.append(TrailEntry.of(pilotKey, now, run.startedBy(), "broughtIn")
                    .phase(entry.phase().process())
                    .argument("file", run.fileName())
                    .argument("row", waiting.row())
                    .build());
            if (!entry.status().isFinal()) {
                journey.continueAt(pilotKey, entry.phase());
            }
        });
        rows.settle(
                run.id(), waiting.row(), key.isPresent() ? RowOutcome.BROUGHT_IN : RowOutcome.KNOWN, key.orElse(null));
    }

    private List<String> list(String text) {
        try {
            return json.readValue(text, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String write(Map<String, String> written) {
        try {
            return json.writeValueAsString(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
