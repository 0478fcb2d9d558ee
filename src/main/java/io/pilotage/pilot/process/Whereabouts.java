package io.pilotage.pilot.process;

import io.pilotage.workflow.TrustedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.operaton.bpm.engine.history.HistoricTaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a case stands in its models, read from the engine's memory in the product's name. */
@Component
public class Whereabouts {

    private static final String JOURNEY = "pilotJourney";

    private final ObjectProvider<HistoryService> history;
    private final ObjectProvider<RepositoryService> repository;
    private final TrustedEngine trusted;

    Whereabouts(
            ObjectProvider<HistoryService> history,
            ObjectProvider<RepositoryService> repository,
            TrustedEngine trusted) {
        this.history = history;
        this.repository = repository;
        this.trusted = trusted;
    }

    /**
     * One model in which a case travels or travelled.
     *
     * @param process id of the process
     * @param running whether it goes on
     * @param open ids of the elements where it stands now
     * @param passed ids of the elements it has left, in order
     */
    public record Position(String process, boolean running, Set<String> open, Set<String> passed) {

        /** This and another that runs in the same model, on one drawing: where one stands, none has passed. */
        public Position and(Position other) {
            Set<String> standing = new LinkedHashSet<>(open);
            standing.addAll(other.open);
            Set<String> left = new LinkedHashSet<>(passed);
            left.addAll(other.passed);
            left.removeAll(standing);
            return new Position(process, running || other.running, standing, left);
        }
    }

    /**
     * The journey first, then every process of the case that runs now; where nothing runs any more, the journey as it
     * ended. Empty for a case that never travelled here.
     */
    public List<Position> of(String pilotKey) {
        return trusted.call(() -> {
            List<Position> positions = new ArrayList<>();
            List<HistoricProcessInstance> instances = instances(pilotKey);
            instances.stream()
                    .filter(instance -> JOURNEY.equals(instance.getProcessDefinitionKey()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(journey -> positions.add(position(journey)));
            instances.stream()
                    .filter(instance -> !JOURNEY.equals(instance.getProcessDefinitionKey()))
                    .filter(instance -> instance.getEndTime() == null)
                    .map(this::position)
                    .forEach(positions::add);
            return positions;
        });
    }

    /** The model of a process, in the version in which the case travels it; empty when it never did. */
    public Optional<String> model(String pilotKey, String process) {
        return trusted.call(() -> instances(pilotKey).stream()
                .filter(instance -> process.equals(instance.getProcessDefinitionKey()))
                .reduce((earlier, later) -> later)
                .map(instance -> read(instance.getProcessDefinitionId())));
    }

    /** The case of a task that is done, or empty when there never was such a task. */
    public Optional<String> caseOfTask(String engineTaskId) {
        return trusted.call(() -> {
            @Nullable HistoricTaskInstance task = history.getObject()
                    .createHistoricTaskInstanceQuery()
                    .taskId(engineTaskId)
                    .singleResult();
            return task == null
                    ? Optional.<String>empty()
                    : Optional.ofNullable(history.getObject()
                                    .createHistoricProcessInstanceQuery()
                                    .processInstanceId(task.getProcessInstanceId())
                                    .singleResult())
                            .map(HistoricProcessInstance::getBusinessKey);
        });
    }

    private List<HistoricProcessInstance> instances(String pilotKey) {
        return history.getObject()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(pilotKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
    }

    private Position position(HistoricProcessInstance instance) {
        Set<String> open = new LinkedHashSet<>();
        Set<String> passed = new LinkedHashSet<>();
        for (HistoricActivityInstance activity : history.getObject()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()) {
            String element = activity.getActivityId().replace("#multiInstanceBody", "");
            if (activity.getEndTime() == null) {
                open.add(element);
            } else if (!activity.isCanceled()) {
                passed.add(element);
            }
        }
        passed.removeAll(open);
        return new Position(instance.getProcessDefinitionKey(), instance.getEndTime() == null, open, passed);
    }

    private String read(String definitionId) {
        try (InputStream model = repository.getObject().getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
