package io.pilotage.redesign;

import java.util.List;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Component;

/** Where the answers of the redesign are kept. */
@Component
record RedesignRecords(
        WorkflowChanges changes,
        Frictions frictions,
        Objections objections,
        IncentivesByCase incentives,
        Rosters rosters,
        TrainingPlans trainings,
        DryRuns runs) {}

/** Changes of work by case. */
interface WorkflowChanges extends CrudRepository<WorkflowChange, String> {}

/** Measured effort by case. */
interface Frictions extends CrudRepository<Friction, String> {}

/** Concerns and answers. */
interface Objections extends CrudRepository<Objection, String> {

    List<Objection> findByPilotKeyAndTaskId(String pilotKey, String taskId);

    List<Objection> findByPilotKeyOrderByTaskIdAscPositionAsc(String pilotKey);
}

/** Conflicting targets by case. */
interface IncentivesByCase extends CrudRepository<Incentives, String> {}

/** Intended users by case. */
interface Rosters extends CrudRepository<Roster, String> {}

/** Training by case. */
interface TrainingPlans extends CrudRepository<TrainingPlan, String> {}

/** Rehearsals by case. */
interface DryRuns extends CrudRepository<DryRun, String> {}
