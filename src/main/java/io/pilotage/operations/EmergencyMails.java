package io.pilotage.operations;

import io.pilotage.identity.People;
import io.pilotage.notification.Announcement;
import io.pilotage.notification.NotificationManagement;
import io.pilotage.workflow.CaseDirectory;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the other administrators that one of them needs a second, and everybody concerned what the two have done. */
@Component
class EmergencyMails {

    private final NotificationManagement notifications;
    private final CaseDirectory cases;
    private final People people;
    private final MessageSource messages;

    EmergencyMails(NotificationManagement notifications, CaseDirectory cases, People people, MessageSource messages) {
        this.notifications = notifications;
        this.cases = cases;
        this.people = people;
        this.messages = messages;
    }

    void asked(Emergency asked, Set<String> told) {
        notifications.announce(of("emergency.asked", asked, asked.askedBy())
                .to(told)
                .link("/operations/emergencies")
                .build());
    }

    void done(Emergency done, Set<String> told) {
        notifications.announce(of("emergency.done", done, Objects.requireNonNull(done.closedBy()))
                .to(told)
                .link("/pilots/" + done.pilotKey())
                .build());
    }

    private Announcement.Builder of(String kind, Emergency emergency, String actor) {
        return Announcement.of(kind, kind + " " + emergency.id())
                .pilot(emergency.pilotKey())
                .naming(
                        Objects.toString(cases.summary(emergency.pilotKey()).get("title"), emergency.pilotKey()),
                        emergency.standsAt().stream().map(this::step).collect(Collectors.joining(", ")),
                        step(emergency.step()),
                        emergency.reason(),
                        people.nameOf(emergency.askedBy()),
                        people.nameOf(actor),
                        Emergency.VALID.toMinutes());
    }

    private String step(String element) {
        return String.valueOf(messages.getMessage("task." + element, null, element, Locale.ENGLISH));
    }
}
