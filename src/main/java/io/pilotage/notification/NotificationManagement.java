package io.pilotage.notification;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes announcements in, and shows what became of them. */
@Service
public class NotificationManagement {

    private final Outbox outbox;
    private final Wording wording;
    private final MailProperties properties;
    private final Webhooks webhooks;
    private final ApplicationEventPublisher events;

    NotificationManagement(
            Outbox outbox,
            Wording wording,
            MailProperties properties,
            Webhooks webhooks,
            ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.wording = wording;
        this.properties = properties;
        this.webhooks = webhooks;
        this.events = events;
    }

    /**
     * Stores one mail per recipient in the caller's transaction; they are sent when it has gone well, and each one only
     * once however often the same announcement is made.
     *
     * @throws org.springframework.context.NoSuchMessageException when nobody has put the kind into words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Announcement announcement) {
        Mail.State state = properties.delivery() == MailProperties.Delivery.SEND ? Mail.State.WAITING : Mail.State.KEPT;
        String subject = wording.subject(announcement);
        String body = wording.body(announcement);
        announcement.recipients().stream()
                .sorted()
                .forEach(recipient -> outbox.add(announcement, recipient, subject, body, state));
        events.publishEvent(new MailsStored(announcement.idempotencyKey()));
    }

    /**
     * Stores what programs of other makers are told in the caller's transaction, once per receiver that an administrator
     * has configured and that wants to hear it; it is sent when the transaction has gone well.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(WebhookEvent event) {
        webhooks.add(event);
        events.publishEvent(new MailsStored(event.idempotencyKey()));
    }

    /** The person's mails, newest first. */
    @Transactional(readOnly = true)
    public Slice<Mail> mailsTo(String person, Pageable page) {
        return outbox.find(person, page);
    }

    /** Everybody's mails, newest first, for those who look after the product. */
    @Transactional(readOnly = true)
    public Slice<Mail> mails(Pageable page) {
        return outbox.find(null, page);
    }

    /** One mail, whoever it is to. */
    @Transactional(readOnly = true)
    public Optional<Mail> mail(long id) {
        return outbox.find(id);
    }
}
