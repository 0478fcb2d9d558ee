package io.pilotage.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.pilot.Inventory;
import io.pilotage.portfolio.RowProblem.Severity;
import io.pilotage.table.Table;
import io.pilotage.table.TableRow;
import io.pilotage.workflow.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dry run: looks at every row of a file, says what would become of it, and keeps it for the real run. */
final class ImportCheck {

    private static final int PART = 500;
    private static final int MOST_ROWS = 200_000;

    private final String run;
    private final RowReader reader;
    private final Map<String, InventoryEntries.Known> known;
    private final ImportRows rows;
    private final ImportProblems problems;
    private final ObjectMapper json;
    private final Map<String, List<Earlier>> earlier = new HashMap<>();
    private final List<Object[]> foundRows = new ArrayList<>();
    private final List<RowProblem> foundProblems = new ArrayList<>();
    private int count;

    ImportCheck(
            String run,
            RowReader reader,
            Map<String, InventoryEntries.Known> known,
            ImportRows rows,
            ImportProblems problems,
            ObjectMapper json) {
        this.run = run;
        this.reader = reader;
        this.known = known;
        this.rows = rows;
        this.problems = problems;
        this.json = json;
    }

    /** A row of this file with the same identity. */
    private record Earlier(int row, String content) {}

    void read(Table table) {
        table.rows(this::look);
        store();
        if (count == 0) {
            throw new Refused("portfolio.file.noRows");
        }
    }

    private void look(TableRow row) {
        if (++count > MOST_ROWS) {
            throw new Refused("portfolio.file.tooManyRows", MOST_ROWS);
        }
        String content = reader.content(row);
        String key = tellApart(row, content);
        RowPlan plan = reader.plan(row, key);
        InventoryEntries.Known before = known.get(key);
        RowOutcome outcome = plan.isRefused()
                ? RowOutcome.REFUSED
                : before == null
                        ? RowOutcome.PLANNED
                        : before.contentKey().equals(content) ? RowOutcome.KNOWN : RowOutcome.CHANGED;
        Inventory entry = plan.entry();
        foundRows.add(new Object[] {
            row.number(),
            key,
            content,
            entry == null ? "" : entry.proposal().title(),
            entry == null ? null : entry.phase().name(),
            entry == null ? null : entry.status().name(),
            outcome.name(),
            before == null ? null : before.pilotKey(),
            outcome == RowOutcome.PLANNED ? write(row) : null
        });
        foundProblems.addAll(plan.problems());
        if (foundRows.size() >= PART) {
            store();
        }
    }

    /** Entries that agree in all identifying columns are counted, so that none is lost and the same file gives the same keys. */
    private String tellApart(TableRow row, String content) {
        String identity = reader.identity(row);
        List<Earlier> same = earlier.computeIfAbsent(identity, first -> new ArrayList<>());
        if (!same.isEmpty()) {
            Earlier twin = same.stream()
                    .filter(other -> other.content().equals(content))
                    .findFirst()
                    .orElse(same.get(0));
            foundProblems.add(new RowProblem(
                    row.number(),
                    Severity.WARNING,
                    "",
                    twin.content().equals(content) ? "copy" : "sameIdentity",
                    List.of(String.valueOf(twin.row()))));
        }
        same.add(new Earlier(row.number(), content));
        return identity + "-" + same.size();
    }

    private void store() {
        rows.add(run, foundRows);
        problems.add(run, foundProblems);
        foundRows.clear();
        foundProblems.clear();
    }

    private String write(TableRow row) {
        try {
            return json.writeValueAsString(row.cells());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
