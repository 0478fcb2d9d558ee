package io.pilotage.discovery.process;

import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.discovery.FeasibilitySketch;
import io.pilotage.discovery.FeasibilitySketch.DataSource;
import io.pilotage.discovery.FeasibilitySketch.Workload;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The data owner says whether the data exist and may be used, and where the work would run. */
@Component
class SketchFeasibility implements HumanTask<SketchFeasibility.Answers> {

    private final DiscoveryManagement discovery;

    SketchFeasibility(DiscoveryManagement discovery) {
        this.discovery = discovery;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        discovery.sketch(new FeasibilitySketch(
                pilotKey,
                answers.feasible,
                answers.conditions,
                answers.source,
                answers.workload.stream().map(Placed::workload).toList(),
                discovery.sketchOf(pilotKey).map(FeasibilitySketch::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return discovery
                .momentOf(pilotKey)
                .map(moment -> Map.<String, Object>of(
                        "decisionMoment",
                        Map.of(
                                "moment", moment.moment(),
                                "minutesAvailable", moment.minutesAvailable(),
                                "volumePerMonth", moment.volumePerMonth())))
                .orElse(Map.of());
    }

    /** A workload as the form asks for it; its reason may be left out. */
    record Placed(String name, String placement, @Nullable String reason) {

        Workload workload() {
            return new Workload(name, placement, reason == null ? "" : reason);
        }
    }

    /** What the form asks. */
    record Answers(
            List<DataSource> source,
            List<Placed> workload,
            String feasible,
            @Nullable String conditions) {}
}
