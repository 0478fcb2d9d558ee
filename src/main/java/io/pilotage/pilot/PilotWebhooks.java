package io.pilotage.pilot;

import io.pilotage.notification.NotificationManagement;
import io.pilotage.notification.WebhookEvent;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells programs of other makers what became of a pilot: a gate was decided, its status changed. */
@Component
class PilotWebhooks {

    private final NotificationManagement notifications;

    PilotWebhooks(NotificationManagement notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(GateDecided decided) {
        notifications.publish(new WebhookEvent(
                "gate.decided",
                "gate " + decided.pilotKey() + " " + decided.gate() + " " + decided.at(),
                decided.pilotKey(),
                decided.at(),
                Map.of(
                        "gate",
                        decided.gate().name(),
                        "outcome",
                        decided.outcome().name())));
    }

    @EventListener
    void on(PilotStatusChanged changed) {
        notifications.publish(new WebhookEvent(
                "pilot.status-changed",
                "status " + changed.pilotKey() + " " + changed.status() + " " + changed.at(),
                changed.pilotKey(),
                changed.at(),
                Map.of("status", changed.status().name())));
    }
}
