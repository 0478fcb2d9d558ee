package io.pilotage.operations.process;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.identity.Role;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.TrustedEngine;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.runtime.Incident;
import org.operaton.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The jobs that went wrong, and the one thing an operator does about them: have them tried again, which is noted. */
@Component
public class TroubledJobs {

    private static final int LONGEST_REASON = 300;

    private final ProcessEngine engine;
    private final TrustedEngine trusted;
    private final Trail trail;
    private final Clock clock;

    TroubledJobs(ProcessEngine engine, TrustedEngine trusted, Trail trail, Clock clock) {
        this.engine = engine;
        this.trusted = trusted;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that were given up first, however many will be tried again, then these. */
    public List<TroubledJob> list(int most) {
        return trusted.call(() -> engine
                .getManagementService()
                .createJobQuery()
                .withException()
                .orderByJobRetries()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, most)
                .stream()
                .map(this::described)
                .toList());
    }

    /**
     * Lets the engine try the job once more, now, and puts down in the trail of its case who wanted it.
     *
     * @param actor id of the operator
     * @throws Refused when the job is no longer there or nothing is wrong with it
     */
    @Transactional
    public void tryAgain(String jobId, String actor) {
        TroubledJob job = trusted.call(() -> {
            Job found = engine.getManagementService()
                    .createJobQuery()
                    .jobId(jobId)
                    .withException()
                    .singleResult();
            if (found == null) {
                throw new Refused("operations.job.gone");
            }
            engine.getManagementService()
                    .setJobRetries(1)
                    .jobId(jobId)
                    .dueDate(Date.from(clock.instant()))
                    .execute();
            return described(found);
        });
        trail.append(TrailEntry.of(
                        Objects.requireNonNullElse(job.pilotKey(), Undertaking.ADMINISTRATION.chain(actor)),
                        clock.instant(),
                        actor,
                        "jobTriedAgain")
                .as(Role.PROCESS_ADMIN.group(), null)
                .element(job.processId(), null, job.elementId())
                .details(Map.of("job", jobId))
                .build());
    }

    private TroubledJob described(Job job) {
        boolean givenUp = job.getRetries() == 0;
        Incident incident = givenUp
                ? engine.getRuntimeService().createIncidentQuery().configuration(job.getId()).listPage(0, 1).stream()
                        .findFirst()
                        .orElse(null)
                : null;
        return new TroubledJob(
                job.getId(),
                pilotKey(job),
                Objects.requireNonNullElse(job.getProcessDefinitionKey(), ""),
                Objects.requireNonNullElse(job.getFailedActivityId(), ""),
                reason(job.getExceptionMessage()),
                incident == null ? null : incident.getIncidentTimestamp().toInstant(),
                givenUp || job.getDuedate() == null ? null : job.getDuedate().toInstant());
    }

    private @Nullable String pilotKey(Job job) {
        return job.getExecutionId() == null
                ? null
                : Objects.toString(engine.getRuntimeService().getVariable(job.getExecutionId(), "pilotKey"), null);
    }

    private static String reason(@Nullable String message) {
        String line =
                Objects.requireNonNullElse(message, "").replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON - 1) + "…" : line;
    }
}
