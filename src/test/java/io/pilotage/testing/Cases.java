package io.pilotage.testing;

import io.pilotage.pilot.Inventory;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.Proposal;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.signing.Confirmations;
import io.pilotage.workflow.FormFiller;
import io.pilotage.workflow.SignatureProof;
import io.pilotage.workflow.Signing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Drives cases as people do: proposes pilots, takes tasks, hands in forms, each as a demo user. */
@TestComponent
public class Cases {

    /** Risk answers that lead to a low, a medium and a high tier (the last agentic). */
    public static final RiskAnswers LOW = new RiskAnswers("none", "none", "advises", false, false, false);

    public static final RiskAnswers MEDIUM = new RiskAnswers("none", "customers", "advises", false, false, false);
    public static final RiskAnswers HIGH =
            new RiskAnswers("employment", "employees", "actsWithApproval", true, true, true);

    private final ProcessEngine engine;
    private final PilotManagement pilots;
    private final TimeMachine time;
    private final Signing signing;
    private final Confirmations confirmations;

    Cases(
            ProcessEngine engine,
            PilotManagement pilots,
            TimeMachine time,
            Signing signing,
            Confirmations confirmations) {
        this.engine = engine;
        this.pilots = pilots;
        this.time = time;
        this.signing = signing;
        this.confirmations = confirmations;
    }

    /** Proposes a pilot by the intake form, as {@code pilot-owner}; further answers override the usual ones. */
    public String propose(RiskAnswers risk, Map<String, ?> answers) {
        return proposeAs("pilot-owner", risk, answers);
    }

    /** The same in the name of somebody else. */
    public String proposeAs(String proposer, RiskAnswers risk, Map<String, ?> answers) {
        Map<String, Object> given = intake(risk);
        given.putAll(answers);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("pilotJourney")
                .latestVersion()
                .singleResult()
                .getId();
        String key = as(
                proposer,
                () -> engine.getFormService()
                        .submitStartForm(definition, FormFiller.fill("submitIntake", given, Map.of()))
                        .getBusinessKey());
        time.runDueJobs();
        return key;
    }

    /** The usual answers of the intake form, by name without the form's prefix. */
    public static Map<String, Object> intake(RiskAnswers risk) {
        Map<String, Object> given = new HashMap<>();
        given.put("title", "Case " + UUID.randomUUID());
        given.put("amount", 20000);
        given.put("currency", "EUR");
        given.put("regions", List.of("DE"));
        given.put("regulatedArea", risk.regulatedArea());
        given.put("affectedPersons", risk.affectedPersons());
        given.put("autonomy", risk.autonomy());
        given.put("agentic", risk.agentic());
        given.put("personalData", risk.personalData());
        given.put("workersAffected", risk.workersAffected());
        given.put("joinOrDiffer", "noneFound");
        given.put("sponsor", "bu-sponsor");
        given.put("decisionOwner", "decision-owner");
        given.put("pilotOwner", "pilot-owner");
        given.put("frontlineLead", "frontline-lead");
        return given;
    }

    /** Brings a pilot in that already stands in the phase, as an import does; nothing is known of earlier phases. */
    public String standingIn(Phase phase, RiskAnswers risk) {
        String key = registeredIn(phase, risk);
        pilots.travel(List.of(key));
        time.runDueJobs();
        return key;
    }

    /** Registers a pilot that stands in the phase, without a journey. */
    public String registeredIn(Phase phase, RiskAnswers risk) {
        Proposal proposal = new Proposal(
                "Case " + UUID.randomUUID(),
                "Logistics",
                "DE",
                null,
                null,
                "Which parts to order",
                null,
                null,
                null,
                "Stock value",
                "down",
                "businessUnit",
                new BigDecimal("20000"),
                "EUR",
                LocalDate.of(2030, 1, 31),
                null,
                null);
        String key = pilots.bringIn(new Inventory(
                        proposal,
                        risk,
                        phase,
                        PilotStatus.ACTIVE,
                        Map.of(),
                        "test",
                        UUID.randomUUID().toString(),
                        null))
                .orElseThrow();
        return key;
    }

    /** Takes the task and hands in its form; what is not given is filled in with the mildest answer. */
    public void complete(String pilotKey, String task, String person, Map<String, ?> answers) {
        Task open = task(pilotKey, task, person);
        as(person, () -> {
            if (open.getAssignee() == null) {
                engine.getTaskService().claim(open.getId(), person);
            }
            return null;
        });
        Map<String, Object> answered = FormFiller.fill(task, answers, shown(open, person));
        sign(open.getId(), person);
        as(person, () -> {
            engine.getFormService().submitTaskForm(open.getId(), answered);
            return null;
        });
        time.runDueJobs();
    }

    /** What the task's form shows to the person when it is opened. */
    public Map<String, Object> shown(Task task, String person) {
        return as(person, () -> new HashMap<>(engine.getFormService().getTaskFormVariables(task.getId())));
    }

    /** What the task's form opens with once the person has taken it. */
    public Map<String, Object> proposed(String pilotKey, String task, String person) {
        Task open = task(pilotKey, task, person);
        as(person, () -> {
            engine.getTaskService().claim(open.getId(), person);
            return null;
        });
        return shown(open, person);
    }

    /** Hands in exactly these answers, by full key, without taking the task first. */
    public void submit(String pilotKey, String task, String person, Map<String, Object> answers) {
        String id = anyTask(pilotKey, task).getId();
        sign(id, person);
        as(person, () -> {
            engine.getFormService().submitTaskForm(id, answers);
            return null;
        });
        time.runDueJobs();
    }

    /** The answers with what is brought by whoever sends a gate back again: evidence of today, whose risk is theirs. */
    public Map<String, Object> sentBackAgain(String evidence, Map<String, ?> answers) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put("evidence", evidence);
        all.put("evidenceOn", LocalDate.ofInstant(time.now(), ZoneOffset.UTC).toString());
        all.put("ownsRisk", true);
        return all;
    }

    /** Shows who the person is, as everybody does who is about to complete a task that is signed. */
    public void sign(String engineTaskId, String person) {
        if (signing.asked(engineTaskId).isPresent()) {
            confirmations.confirm(engineTaskId, person, "", new SignatureProof(SignatureProof.PASSWORD, time.now()));
        }
    }

    /** Ids (in the models) of the tasks that are open on the case, sorted. */
    public List<String> open(String pilotKey) {
        return tasks(pilotKey).stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    /** The open tasks of a case. */
    public List<Task> tasks(String pilotKey) {
        return asProduct(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(pilotKey)
                .initializeFormKeys()
                .list());
    }

    /** Any open task of that id on the case. */
    public Task anyTask(String pilotKey, String task) {
        return tasks(pilotKey).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError(task + " is not open; open are " + open(pilotKey)));
    }

    /** Where nothing is open any more and no process runs. */
    public boolean isOver(String pilotKey) {
        return asProduct(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(pilotKey)
                        .count()
                == 0);
    }

    /** Runs something with a person signed in, as the web layers do. */
    public <T> T as(String person, Supplier<T> work) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The one of several open tasks of that id that the person has or may take (several signers, one task each). */
    private Task task(String pilotKey, String task, String person) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        return tasks(pilotKey).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(task))
                .filter(open -> person.equals(open.getAssignee())
                        || engine.getTaskService().getIdentityLinksForTask(open.getId()).stream()
                                .map(IdentityLink::getGroupId)
                                .anyMatch(groups::contains))
                .findFirst()
                .orElseGet(() -> anyTask(pilotKey, task));
    }

    private <T> T asProduct(Supplier<T> work) {
        engine.getIdentityService().clearAuthentication();
        return work.get();
    }
}
