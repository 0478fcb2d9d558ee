package io.pilotage.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import io.pilotage.pilot.Inventory;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.portfolio.ImportRows.Settled;
import io.pilotage.portfolio.ImportRows.Waiting;
import io.pilotage.table.TableRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
            People people,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.problems = problems;
        this.entries = entries;
        this.pilots = pilots;
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
            trail.append(run.entry(clock.instant(), "importEnded", TrailEntry.PRODUCT)
                    .details(rows.counts(runId).asMap())
                    .build());
            return false;
        }
        RowReader reader = new RowReader(MappingText.read(run.mapping()), list(runs.columns(runId)), people);
        Map<String, InventoryEntries.Known> known =
                entries.known(run.source(), batch.stream().map(Waiting::key).toList());
        List<Waiting> fresh = new ArrayList<>();
        List<Settled> settled = new ArrayList<>();
        for (Waiting row : batch) {
            InventoryEntries.Known before = known.get(row.key());
            if (before == null) {
                fresh.add(row);
            } else {
                boolean same = before.contentKey().equals(row.contentKey());
                settled.add(new Settled(row.row(), same ? RowOutcome.KNOWN : RowOutcome.CHANGED, before.pilotKey()));
            }
        }
        settled.addAll(bringIn(run, reader, fresh));
        rows.settle(runId, settled);
        runs.beat(runId, clock.instant());
        return true;
    }

    /** The next row cannot be brought in; the run goes on behind it. */
    @Transactional
    void giveUpNext(String runId, String why) {
        runs.hold(runId)
                .filter(run -> run.state() == ImportRun.State.RUNNING)
                .ifPresent(run -> rows.waiting(runId, 1).forEach(row -> {
                    rows.settle(runId, List.of(new Settled(row.row(), RowOutcome.FAILED, null)));
                    problems.failed(runId, row.row(), why);
                }));
    }

    private List<Settled> bringIn(ImportRun run, RowReader reader, List<Waiting> fresh) {
        List<TableRow> cells = fresh.stream()
                .map(waiting -> new TableRow(waiting.row(), list(waiting.cells())))
                .toList();
        List<RowPlan> plans = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            plans.add(reader.plan(cells.get(i), fresh.get(i).key()));
        }
        List<Optional<String>> keys =
                pilots.bringIn(plans.stream().map(ImportBatch::entry).toList());
        List<InventoryEntries.Entry> words = new ArrayList<>();
        List<String> travellers = new ArrayList<>();
        List<Settled> settled = new ArrayList<>();
        Instant now = clock.instant();
        for (int i = 0; i < fresh.size(); i++) {
            Waiting row = fresh.get(i);
            RowPlan plan = plans.get(i);
            String key = keys.get(i).orElse(null);
            settled.add(new Settled(row.row(), key == null ? RowOutcome.KNOWN : RowOutcome.BROUGHT_IN, key));
            if (key == null) {
                continue;
            }
            words.add(new InventoryEntries.Entry(row, key, plan.words(), write(reader.written(cells.get(i)))));
            trail.append(TrailEntry.of(key, now, run.startedBy(), "broughtIn")
                    .phase(entry(plan).phase().process())
                    .words("file", run.fileName())
                    .argument("row", row.row())
                    .build());
            if (!entry(plan).status().isFinal()) {
                travellers.add(key);
            }
        }
        entries.add(run.id(), run.source(), words, now);
        pilots.travel(travellers);
        return settled;
    }

    private static Inventory entry(RowPlan plan) {
        return Objects.requireNonNull(plan.entry(), "checked before");
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
