package io.pilotage.redesign;

import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.redesign.Objection.Concern;
import io.pilotage.redesign.WorkflowChange.RitualChange;
import io.pilotage.workflow.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the redesign learned of the work on a case; a second answer replaces the first, which stays on the trail. */
@Service
@Transactional
public class RedesignManagement {

    private final RedesignRecords records;
    private final AccountabilityManagement accountabilities;
    private final People people;

    RedesignManagement(RedesignRecords records, AccountabilityManagement accountabilities, People people) {
        this.records = records;
        this.accountabilities = accountabilities;
        this.people = people;
    }

    /** Keeps the work as it is and as it will be. @throws Refused when an owner of a change is unknown */
    public void describe(WorkflowChange change) {
        change.ritualChanges().stream()
                .map(RitualChange::owner)
                .filter(Objects::nonNull)
                .forEach(this::mustExist);
        records.changes().save(change);
    }

    public void measure(Friction friction) {
        records.frictions().save(friction);
    }

    /** Notes the concerns raised in one task, in place of those noted there before. */
    public void note(String pilotKey, String taskId, List<Concern> concerns) {
        records.objections().deleteAll(records.objections().findByPilotKeyAndTaskId(pilotKey, taskId));
        List<Objection> noted = new ArrayList<>();
        for (Concern concern : concerns) {
            noted.add(Objection.noted(pilotKey, taskId, noted.size(), concern));
        }
        records.objections().saveAll(noted);
    }

    /**
     * Keeps what was decided on targets and bonuses.
     *
     * @param by who says so
     * @throws Refused when a conflict is accepted by somebody who is not the sponsor's superior
     */
    public void align(Incentives incentives, String by) {
        incentives.conflicts().stream()
                .filter(Incentives.Conflict::isAccepted)
                .forEach(conflict -> mustBeSuperior(incentives.pilotKey(), conflict.acceptedBy(), by));
        records.incentives().save(incentives);
    }

    /** Keeps who is meant to use the pilot. @throws Refused when the numbers do not add up */
    public void declare(Roster roster) {
        if (!roster.isComplete()) {
            throw new Refused("redesign.roster.incomplete", roster.intended(), roster.excluded(), roster.population());
        }
        records.rosters().save(roster);
    }

    /** Keeps who learns what. @throws Refused when more people passed than were asked */
    public void prepare(TrainingPlan plan) {
        if (plan.passed() > plan.firstUsers()) {
            throw new Refused("redesign.training.tooManyPassed", plan.passed(), plan.firstUsers());
        }
        records.trainings().save(plan);
    }

    /**
     * Keeps how the rehearsal went.
     *
     * @param today the day it is handed in; a rehearsal to come is none
     * @throws Refused when it lies in the future or too few users took part
     */
    public void rehearse(DryRun run, LocalDate today) {
        LocalDate without = run.fallbackOn();
        if (run.heldOn().isAfter(today) || (without != null && without.isAfter(today))) {
            throw new Refused("redesign.dryRun.notYet");
        }
        int needed = rosterOf(run.pilotKey()).map(Roster::participantsNeeded).orElse(1);
        if (run.participants() < needed) {
            throw new Refused("redesign.dryRun.tooFew", needed);
        }
        records.runs().save(run);
    }

    /** What is known of the work; never null, empty where nobody was asked. */
    @Transactional(readOnly = true)
    public WorkflowChange changeOf(String pilotKey) {
        return records.changes().findById(pilotKey).orElseGet(() -> WorkflowChange.unknown(pilotKey));
    }

    @Transactional(readOnly = true)
    public Optional<Friction> frictionOf(String pilotKey) {
        return records.frictions().findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public List<Objection> objectionsOf(String pilotKey) {
        return records.objections().findByPilotKeyOrderByTaskIdAscPositionAsc(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<Incentives> incentivesOf(String pilotKey) {
        return records.incentives().findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<Roster> rosterOf(String pilotKey) {
        return records.rosters().findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<TrainingPlan> trainingOf(String pilotKey) {
        return records.trainings().findById(pilotKey);
    }

    @Transactional(readOnly = true)
    public Optional<DryRun> dryRunOf(String pilotKey) {
        return records.runs().findById(pilotKey);
    }

    private void mustBeSuperior(String pilotKey, @Nullable String person, String sponsor) {
        String named = Objects.requireNonNull(person);
        mustExist(named);
        boolean superior = accountabilities
                .of(pilotKey, Role.BU_SPONSOR.group())
                .map(held -> held.superior())
                .map(named::equals)
                .orElseGet(() -> people.find(named)
                        .filter(found -> found.holds(Role.FUNCTION_HEAD))
                        .isPresent());
        if (!superior || named.equals(sponsor)) {
            throw new Refused("redesign.incentive.notSuperior", named);
        }
    }

    private void mustExist(String person) {
        if (people.find(person).isEmpty()) {
            throw new Refused("workflow.person.unknown", person);
        }
    }
}
