package io.pilotage.portfolio.web;

import io.pilotage.portfolio.ImportRun;
import io.pilotage.portfolio.ProblemCount;
import io.pilotage.portfolio.RowOutcome;
import io.pilotage.portfolio.RunCounts;
import java.util.List;
import java.util.Map;

/** How far a run is, for a machine. */
record ImportReport(
        String id,
        String fileName,
        String mapping,
        ImportRun.State state,
        long total,
        long done,
        Map<RowOutcome, Long> rows,
        List<ProblemCount> problems) {

    static ImportReport of(ImportRun run, RunCounts counts, List<ProblemCount> problems) {
        return new ImportReport(
                run.id(),
                run.fileName(),
                run.mappingName(),
                run.state(),
                counts.total(),
                counts.done(),
                counts.rows(),
                problems);
    }
}
