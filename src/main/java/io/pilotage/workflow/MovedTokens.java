package io.pilotage.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.operaton.bpm.engine.history.JobState;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one command did to the tokens of a case: the elements that it left, those that it passed at once, and those at
 * which a token stands now. An element is named with its process, such as {@code discovery/decideCharter}.
 */
final class MovedTokens {

    /** The engine's name for a step that it begins in a transaction of its own. */
    static final String ASYNCHRONOUS = AsyncContinuationJobHandler.TYPE;

    private final Map<String, String> began = new LinkedHashMap<>();

    private final List<String> left = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();

    void remember(HistoricActivityInstanceEventEntity step) {
        String place = place(step.getProcessDefinitionKey(), step.getActivityId());
        if (step.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            began.put(step.getActivityInstanceId(), place);
        } else if (step.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
            end(step.getActivityInstanceId(), place);
        }
    }

    /** In front of an element that begins by itself a token waits as a job. */
    void remember(HistoricJobLogEvent job) {
        String place = place(job.getProcessDefinitionKey(), job.getActivityId());
        if (!ASYNCHRONOUS.equals(job.getJobDefinitionType())) {
            return;
        }
        if (job.getState() == JobState.CREATED.getStateCode()) {
            began.put(job.getJobId(), place);
        } else if (job.getState() != JobState.FAILED.getStateCode()) {
            end(job.getJobId(), place);
        }
    }

    private void end(String token, String place) {
        (began.remove(token) == null ? left : passed).add(place);
    }

    boolean isEmpty() {
        return began.isEmpty() && left.isEmpty() && passed.isEmpty();
    }

    /** Where tokens were taken away. */
    List<String> from() {
        return List.copyOf(left);
    }

    /** Where tokens came to stand. */
    List<String> to() {
        return List.copyOf(began.values());
    }

    /**
     * All that is known, by name.
     *
     * @param before the elements at which tokens stood
     */
    Map<String, Object> told(List<String> before) {
        List<String> after = new ArrayList<>(before);
        left.forEach(after::remove);
        after.addAll(began.values());
        Map<String, Object> told = new TreeMap<>();
        told.put("from", from());
        told.put("passed", List.copyOf(passed));
        told.put("to", to());
        told.put("before", before);
        told.put("after", after);
        return told;
    }

    /** The elements of the whole journey at which tokens stood: nothing of the command is in the database yet. */
    static List<String> standing(String instance, JdbcClient jdbc) {
        return jdbc.sql("""
                select PROC_DEF_KEY_, ACT_ID_ from ACT_HI_ACTINST where END_TIME_ is null
                and ROOT_PROC_INST_ID_ = (select ROOT_PROC_INST_ID_ from ACT_HI_PROCINST where PROC_INST_ID_ = :instance)
                union all
                select d.PROC_DEF_KEY_, d.ACT_ID_ from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
                join ACT_HI_PROCINST p on p.PROC_INST_ID_ = j.PROCESS_INSTANCE_ID_ where d.JOB_TYPE_ = :asynchronous
                and p.ROOT_PROC_INST_ID_ = (select ROOT_PROC_INST_ID_ from ACT_HI_PROCINST where PROC_INST_ID_ = :instance)
                order by 1, 2""")
                .param("instance", instance)
                .param("asynchronous", ASYNCHRONOUS)
                .query((row, number) -> place(row.getString(1), row.getString(2)))
                .list();
    }

    static String place(String process, String element) {
        return process + "/" + element;
    }
}
