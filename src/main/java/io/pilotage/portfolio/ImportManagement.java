package io.pilotage.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.ActingRole;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.portfolio.ImportRun.State;
import io.pilotage.table.Table;
import io.pilotage.table.TableFiles;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings existing inventories in: check a file, begin, look how far it is. */
@Service
@Transactional
public class ImportManagement {

    private final ImportRuns runs;
    private final ImportRows rows;
    private final ImportProblems problems;
    private final InventoryEntries entries;
    private final Mappings mappings;
    private final People people;
    private final Trail trail;
    private final ObjectMapper json;
    private final Clock clock;

    ImportManagement(
            ImportRuns runs,
            ImportRows rows,
            ImportProblems problems,
            InventoryEntries entries,
            Mappings mappings,
            People people,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.problems = problems;
        this.entries = entries;
        this.mappings = mappings;
        this.people = people;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The dry run: reads the whole file and notes every row's outcome and every problem; no case is touched.
     *
     * @throws Refused when the file as a whole cannot be read, and then nothing is kept
     */
    public ImportRun check(String fileName, Path file, String mappingName, String person) {
        String text = mappings.get(mappingName).text();
        Mapping mapping = MappingText.read(text);
        try (Table table = TableFiles.open(file)) {
            RowReader reader = new RowReader(mapping, table.columns(), people);
            ImportRun run = new ImportRun(
                    UUID.randomUUID().toString(),
                    fileName,
                    Files.size(file),
                    mappingName,
                    text,
                    mapping.source(),
                    State.CHECKED,
                    person,
                    clock.instant(),
                    null,
                    null,
                    null);
            runs.add(run, json.writeValueAsString(table.columns()));
            new ImportCheck(run.id(), reader, entries.known(mapping.source()), rows, problems, json).read(table);
            trail.append(entry(run, "importChecked", person)
                    .details(Map.of("sha256", Sha256.hex(Files.readAllBytes(file)), "mapping", Sha256.hex(text)))
                    .build());
            return run;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The real run may begin, or go on where it was interrupted; failed rows are tried again.
     *
     * @param person who lets it begin
     */
    public void begin(String run, String person) {
        ImportRun found = runs.hold(run).orElseThrow(() -> Refused.missing("portfolio.import.unknown", run));
        if (found.state() == State.DONE) {
            rows.retryFailed(run);
        }
        runs.begin(run, clock.instant());
        trail.append(entry(found, "importBegun", person).build());
    }

    /**
     * Forgets a run that never began; the trail does not.
     *
     * @param person who discards it
     * @throws Refused when it has begun
     */
    public void discard(String run, String person) {
        ImportRun found = runs.hold(run).orElseThrow(() -> Refused.missing("portfolio.import.unknown", run));
        if (found.state() != State.CHECKED) {
            throw Refused.conflict("portfolio.import.begun");
        }
        trail.append(entry(found, "importDiscarded", person).build());
        runs.remove(run);
    }

    private TrailEntry.Builder entry(ImportRun run, String kind, String person) {
        List<String> groups = people.find(person)
                .map(known -> known.roles().stream().map(Role::group).toList())
                .orElse(List.of());
        return run.entry(clock.instant(), kind, person).as(ActingRole.among(groups), null);
    }

    @Transactional(readOnly = true)
    public Optional<ImportRun> find(String run) {
        return runs.find(run);
    }

    /** @throws Refused when there is no such run */
    @Transactional(readOnly = true)
    public ImportRun get(String run) {
        return find(run).orElseThrow(() -> Refused.missing("portfolio.import.unknown", run));
    }

    @Transactional(readOnly = true)
    public List<ImportRun> latest() {
        return runs.latest(20);
    }

    @Transactional(readOnly = true)
    public RunCounts counts(String run) {
        return rows.counts(run);
    }

    @Transactional(readOnly = true)
    public Map<Phase, Long> phases(String run) {
        return rows.phases(run);
    }

    @Transactional(readOnly = true)
    public List<ProblemCount> problemCounts(String run) {
        return problems.counts(run);
    }

    @Transactional(readOnly = true)
    public List<RowProblem> problems(String run, RowProblem.@Nullable Severity severity, int offset, int count) {
        return problems.page(run, severity, offset, count);
    }

    @Transactional(readOnly = true)
    public List<RunRow> rows(String run, @Nullable RowOutcome outcome, int offset, int count) {
        return rows.page(run, outcome, offset, count);
    }
}
