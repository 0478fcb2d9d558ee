package io.pilotage.workflow;

import io.pilotage.notification.NotificationManagement;
import io.pilotage.notification.WebhookEvent;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells programs of other makers that a task has reached a level of its escalation. */
@Component
class EscalationWebhook {

    private final NotificationManagement notifications;

    EscalationWebhook(NotificationManagement notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(TaskEscalated escalated) {
        notifications.publish(new WebhookEvent(
                "task.escalated",
                "escalated " + escalated.engineTaskId() + " " + escalated.level() + " " + escalated.at(),
                escalated.pilotKey(),
                escalated.at(),
                Map.of(
                        "task",
                        escalated.taskId(),
                        "level",
                        escalated.level(),
                        "role",
                        escalated.role(),
                        "due",
                        escalated.due().toString())));
    }
}
