package io.pilotage.workflow;

import io.pilotage.audit.Personal;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.verify.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.EntityTypes;
import org.operaton.bpm.engine.history.UserOperationLogEntry;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.operaton.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.operaton.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.interceptor.CommandContextListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts on the trail what a person does to the engine by hand, whichever client they use and whatever grant let them: a
 * variable, a token, a job, a deletion, a grant, each with what was there before and after. What goes through the door
 * has entries of its own and is left out here.
 */
@Component
class HandworkRecord {

    private static final Set<String> THROUGH_THE_DOOR = Set.of(
            EntityTypes.TASK + " " + UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            EntityTypes.TASK + " " + UserOperationLogEntry.OPERATION_TYPE_ASSIGN,
            EntityTypes.TASK + " " + UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            EntityTypes.PROCESS_INSTANCE + " " + UserOperationLogEntry.OPERATION_TYPE_CREATE,
            EntityTypes.DEPLOYMENT + " " + UserOperationLogEntry.OPERATION_TYPE_CREATE);

    private static final ThreadLocal<Heard> HEARD = new ThreadLocal<>();

    private final Trail trail;
    private final JdbcClient jdbc;

    HandworkRecord(@Lazy Trail trail, @Lazy JdbcClient jdbc) {
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** What the current command of a person has done so far: variables, tokens, and why it ended an instance. */
    private record Heard(
            CommandContext command,
            List<HistoricVariableUpdateEventEntity> variables,
            MovedTokens tokens,
            Map<String, String> endings) {}

    /** Nothing outlives the command. */
    private static final class Forget implements CommandContextListener {

        @Override
        public void onCommandContextClose(CommandContext command) {
            HEARD.remove();
        }

        @Override
        public void onCommandFailed(CommandContext command, Throwable thrown) {
            HEARD.remove();
        }
    }

    /** The engine tells first what changes, and then that somebody did it, without saying what. */
    void remember(HistoricVariableUpdateEventEntity variable) {
        heard().ifPresent(heard -> heard.variables().add(variable));
    }

    void remember(HistoricActivityInstanceEventEntity step) {
        heard().ifPresent(heard -> heard.tokens().remember(step));
    }

    void remember(HistoricJobLogEvent job) {
        heard().ifPresent(heard -> heard.tokens().remember(job));
    }

    void remember(HistoricProcessInstanceEventEntity instance) {
        String reason = instance.getDeleteReason();
        if (reason != null) {
            heard().ifPresent(heard -> heard.endings().put(instance.getProcessInstanceId(), reason));
        }
    }

    private static Optional<Heard> heard() {
        CommandContext command = Context.getCommandContext();
        if (command.getAuthentication() == null) {
            return Optional.empty();
        }
        Heard heard = HEARD.get();
        if (heard == null || heard.command() != command) {
            heard = new Heard(command, new ArrayList<>(), new MovedTokens(), new HashMap<>());
            HEARD.set(heard);
            command.registerCommandContextListener(new Forget());
        }
        return Optional.of(heard);
    }

    /** @param parts one for each property that a single deed changed */
    void record(List<UserOperationLogEntryEventEntity> parts) {
        if (!parts.isEmpty()) {
            UserOperationLogEntryEventEntity first = parts.get(0);
            if (first.getUserId() != null
                    && !THROUGH_THE_DOOR.contains(first.getEntityType() + " " + first.getOperationType())) {
                append(first, parts);
            }
        }
    }

    private void append(UserOperationLogEntryEventEntity first, List<UserOperationLogEntryEventEntity> parts) {
        String actor = first.getUserId();
        String instance = first.getProcessInstanceId();
        String pilotKey = instance == null ? null : EngineWords.pilotKeyOf(instance);
        String process = first.getProcessDefinitionKey();
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        parts.forEach(part -> {
            if (part.getProperty() != null) {
                changes.add(change(part.getProperty(), part.getOrgValue(), part.getNewValue(), actor));
            }
        });
        if (EntityTypes.VARIABLE.equals(first.getEntityType())) {
            changes.addAll(variables(actor));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("changes", changes);
        TrailEntry.Builder entry = TrailEntry.of(
                        pilotKey == null ? Undertaking.ADMINISTRATION.chain(actor) : pilotKey,
                        EngineWords.now(),
                        actor,
                        "engineChanged")
                .as(EngineWords.roleOfActor(), null)
                .element(process, EngineWords.modelVersion(first.getProcessDefinitionId()), null)
                .argument("operation", first.getOperationType())
                .argument("entity", first.getEntityType());
        if (instance != null) {
            heard().ifPresent(heard -> moved(heard, first, entry, details));
        }
        if (first.getAnnotation() != null) {
            details.put("note", Personal.words(first.getAnnotation(), actor));
        }
        trail.append(entry.details(details).build());
    }

    /** Where tokens were and where they are now, and why an instance was ended. */
    private void moved(
            Heard heard,
            UserOperationLogEntryEventEntity first,
            TrailEntry.Builder entry,
            Map<String, Object> details) {
        String reason = heard.endings().get(first.getProcessInstanceId());
        if (reason != null) {
            details.put("reason", Personal.words(reason, first.getUserId()));
        }
        if (!heard.tokens().isEmpty()) {
            details.put("tokens", heard.tokens().told(MovedTokens.standing(first.getProcessInstanceId(), jdbc)));
            entry.sentence("trail.engineChanged.moved")
                    .argument("from", orNowhere(heard.tokens().from()))
                    .argument("to", orNowhere(heard.tokens().to()));
        }
    }

    private static Object orNowhere(List<String> places) {
        return places.isEmpty() ? "–" : places;
    }

    /** The command has not reached the database yet, so what was there before is still there to be read. */
    private List<Map<String, @Nullable Object>> variables(String actor) {
        Heard heard = HEARD.get();
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        if (heard != null && heard.command() == Context.getCommandContext()) {
            heard.variables()
                    .forEach(variable -> changes.add(change(
                            variable.getVariableName(),
                            before(variable.getVariableInstanceId()),
                            after(variable),
                            actor)));
        }
        return changes;
    }

    private @Nullable String before(String variable) {
        return jdbc.sql("""
                select v.TEXT_, v.LONG_, v.DOUBLE_, b.BYTES_ from ACT_RU_VARIABLE v
                left join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_ where v.ID_ = ?""")
                .param(variable)
                .query((row, number) -> Optional.ofNullable(
                        written(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4))))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    private static @Nullable String after(HistoricVariableUpdateEventEntity variable) {
        return written(
                variable.getTextValue(),
                Objects.toString(variable.getLongValue(), null),
                Objects.toString(variable.getDoubleValue(), null),
                variable.getByteValue());
    }

    /** An object is told by its hash. */
    private static @Nullable String written(
            @Nullable String text, @Nullable String whole, @Nullable String decimal, byte @Nullable [] bytes) {
        return Stream.of(Optional.ofNullable(text), Optional.ofNullable(whole), Optional.ofNullable(decimal))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(bytes == null ? null : "sha256 " + Sha256.hex(bytes));
    }

    /** Values are held apart: nobody knows what was typed there. */
    private static Map<String, @Nullable Object> change(
            String what, @Nullable String before, @Nullable String after, String actor) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("what", what);
        change.put("before", before == null ? null : Personal.words(before, actor));
        change.put("after", after == null ? null : Personal.words(after, actor));
        return change;
    }
}
