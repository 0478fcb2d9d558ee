package io.pilotage.workflow;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.notification.Announcement;
import io.pilotage.notification.NotificationManagement;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.operaton.bpm.engine.impl.incident.IncidentContext;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A job that failed at every retry becomes an incident, and administrators and the portfolio office are told: the case
 * stands still until one of them acts.
 */
@Component
class FailedJobs extends DefaultIncidentHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    private final NotificationManagement notifications;
    private final CaseDirectory cases;
    private final People people;

    FailedJobs(NotificationManagement notifications, CaseDirectory cases, People people) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.notifications = notifications;
        this.cases = cases;
        this.people = people;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        Incident incident = super.handleIncident(context, message);
        String step = Objects.toString(context.getActivityId(), "?");
        String pilotKey = pilotKey(context.getExecutionId());
        LOG.error("Job of {} given up for pilot {}: {}", step, pilotKey, message);
        Announcement.Builder mail = Announcement.of("incident", "incident " + incident.getId())
                .to(told())
                .naming(step, title(pilotKey), Objects.toString(message, "-"))
                .link("/operaton/app/cockpit/default/#/process-instance/" + incident.getProcessInstanceId()
                        + "/runtime?tab=incidents-tab");
        if (pilotKey != null) {
            mail.pilot(pilotKey);
        }
        notifications.announce(mail.build());
        return incident;
    }

    /** The incident stands whether or not the identity provider answers now: it also shows in Cockpit and in the log. */
    private Set<String> told() {
        Set<String> told = new TreeSet<>();
        try {
            for (Role role : new Role[] {Role.PROCESS_ADMIN, Role.PORTFOLIO_OFFICE}) {
                people.holding(role).stream().map(Person::id).forEach(told::add);
            }
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of the incident by mail: the identity provider does not answer", e);
        }
        return told;
    }

    private String title(@Nullable String pilotKey) {
        return pilotKey == null ? "-" : Objects.toString(cases.summary(pilotKey).get("title"), pilotKey);
    }

    private static @Nullable String pilotKey(@Nullable String executionId) {
        ExecutionEntity execution = executionId == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(executionId);
        Object key = execution == null ? null : execution.getVariable("pilotKey");
        return key == null ? null : key.toString();
    }
}
