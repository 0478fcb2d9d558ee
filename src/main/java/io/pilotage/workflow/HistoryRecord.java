package io.pilotage.workflow;

import java.util.List;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.operaton.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.operaton.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Hears what the engine's own history hears, in the same transaction, and hands on what belongs on the trail and passes
 * no form: what somebody does to the engine by hand, and which table a step of a model asked.
 *
 * <p>The engine's starter finds it because it is a bean; whoever registers it as well hears everything twice.
 */
@Component
class HistoryRecord implements HistoryEventHandler {

    private final HandworkRecord handwork;
    private final TableRecord tables;

    HistoryRecord(HandworkRecord handwork, TableRecord tables) {
        this.handwork = handwork;
        this.tables = tables;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        handleEvents(List.of(event));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        for (HistoryEvent event : events) {
            if (event instanceof HistoricVariableUpdateEventEntity variable) {
                handwork.remember(variable);
            } else if (event instanceof HistoricActivityInstanceEventEntity step) {
                handwork.remember(step);
            } else if (event instanceof HistoricJobLogEvent job) {
                handwork.remember(job);
            } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
                handwork.remember(instance);
            } else if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
                tables.record(evaluation);
            }
        }
        handwork.record(events.stream()
                .filter(UserOperationLogEntryEventEntity.class::isInstance)
                .map(UserOperationLogEntryEventEntity.class::cast)
                .toList());
    }
}
