package io.pilotage.workflow;

import io.pilotage.identity.People;
import io.pilotage.notification.Announcement;
import io.pilotage.notification.NotificationManagement;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people by mail that a task has reached a level of its escalation, with a link to the task. */
@Component
class EscalationMails {

    private static final Map<String, String> KINDS = Map.of(
            "L0", "escalation.reminder",
            "L1", "escalation.deputy",
            "L2", "escalation.functionHead",
            "L3", "escalation.chair");

    private final NotificationManagement notifications;
    private final CaseDirectory cases;
    private final People people;

    EscalationMails(NotificationManagement notifications, CaseDirectory cases, People people) {
        this.notifications = notifications;
        this.cases = cases;
        this.people = people;
    }

    @EventListener
    void on(TaskEscalated escalated) {
        if (escalated.tell().isEmpty()) {
            return;
        }
        String title = Objects.toString(cases.summary(escalated.pilotKey()).get("title"), escalated.pilotKey());
        String accountable =
                escalated.tell().stream().findFirst().map(people::nameOf).orElse("");
        notifications.announce(Announcement.of(
                        KINDS.getOrDefault(escalated.level(), "escalation.chair"),
                        escalated.engineTaskId() + " " + escalated.level() + " " + escalated.at())
                .to(escalated.tell())
                .in(Locale.ENGLISH)
                .naming(escalated.taskName(), title, escalated.due().atZone(ZoneOffset.UTC), accountable)
                .link("/t/" + escalated.engineTaskId())
                .pilot(escalated.pilotKey())
                .build());
    }
}
