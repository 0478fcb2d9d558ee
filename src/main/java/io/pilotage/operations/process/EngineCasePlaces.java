package io.pilotage.operations.process;

import io.pilotage.operations.CasePlaces;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.TrustedEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.runtime.ActivityInstance;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.stereotype.Component;

/**
 * Where a case stands in the engine. A task that several people have at once is one step; a process that has called
 * another one stands nowhere itself.
 */
@Component
class EngineCasePlaces implements CasePlaces {

    private static final String TOGETHER = "#multiInstanceBody";
    private static final String HUMAN = "userTask";

    private final ProcessEngine engine;
    private final TrustedEngine trusted;

    EngineCasePlaces(ProcessEngine engine, TrustedEngine trusted) {
        this.engine = engine;
        this.trusted = trusted;
    }

    @Override
    public List<Place> of(String pilotKey) {
        return trusted.call(
                () -> instances(pilotKey).stream().flatMap(this::place).toList());
    }

    @Override
    public void putBack(Place place, String step) {
        trusted.run(() -> {
            ProcessInstanceModificationBuilder modification = engine.getRuntimeService()
                    .createProcessInstanceModification(place.processInstance())
                    .startBeforeActivity(elementOf(place, step));
            for (Standing at : standing(tree(place.processInstance())).toList()) {
                modification = at.waitsForAJob()
                        ? modification.cancelTransitionInstance(at.id())
                        : modification.cancelActivityInstance(at.id());
            }
            modification.execute();
        });
    }

    /** What is entered and holds nothing further. */
    private record Standing(String id, String element, boolean calls, boolean waitsForAJob) {}

    private List<ProcessInstance> instances(String pilotKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(pilotKey)
                .list();
    }

    private Stream<Place> place(ProcessInstance instance) {
        List<Standing> standing = standing(tree(instance.getId())).toList();
        if (standing.isEmpty() || standing.stream().anyMatch(Standing::calls)) {
            return Stream.empty();
        }
        String definition = instance.getProcessDefinitionId();
        return Stream.of(new Place(
                Sha256.hex(standing.stream().map(Standing::id).sorted().collect(Collectors.joining(" "))),
                instance.getId(),
                definition.substring(0, definition.indexOf(':')),
                standing.stream().map(Standing::element).distinct().toList(),
                visited(instance.getId()).stream()
                        .filter(activity -> HUMAN.equals(activity.getActivityType()))
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList()));
    }

    private ActivityInstance tree(String instance) {
        return engine.getRuntimeService().getActivityInstance(instance);
    }

    private static Stream<Standing> standing(ActivityInstance within) {
        Stream<Standing> jobs = Stream.of(within.getChildTransitionInstances())
                .map(job -> new Standing(job.getId(), plain(job.getActivityId()), false, true));
        Stream<Standing> others = Stream.of(within.getChildActivityInstances())
                .flatMap(child -> isOne(child)
                        ? Stream.of(new Standing(
                                child.getId(),
                                plain(child.getActivityId()),
                                "callActivity".equals(child.getActivityType()),
                                false))
                        : standing(child));
        return Stream.concat(jobs, others);
    }

    private static boolean isOne(ActivityInstance activity) {
        return activity.getActivityId().endsWith(TOGETHER)
                || activity.getChildActivityInstances().length == 0
                        && activity.getChildTransitionInstances().length == 0;
    }

    private static String plain(String element) {
        return element.replace(TOGETHER, "");
    }

    /** The element that opens the step for everybody who has it. */
    private String elementOf(Place place, String step) {
        Optional<String> together = visited(place.processInstance()).stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(element -> element.equals(step + TOGETHER))
                .findFirst();
        return together.orElse(step);
    }

    /** The first to the front. */
    private List<HistoricActivityInstance> visited(String instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
    }
}
