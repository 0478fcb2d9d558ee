package io.pilotage.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox: soon after it was stored, and every minute what could not be sent before.
 *
 * <p>A mail stays locked in the database while it is sent, so any number of nodes may do this at the same time. Only a
 * node that dies between the mail server's answer and its own commit leaves a mail to be sent again; its Message-ID is
 * then the same.
 */
@Component
@ConditionalOnProperty(name = "pilotage.mail.delivery", havingValue = "send")
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** With pauses that double up to an hour: about two days. */
    private static final int MOST_ATTEMPTS = 50;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** After so many failures in a row it is the mail server that is away; the next minute will do. */
    private static final int MOST_FAILURES = 3;

    private final Outbox outbox;
    private final Letters letters;
    private final TaskScheduler scheduler;
    private final TransactionTemplate transaction;
    private final AtomicBoolean called = new AtomicBoolean();

    Postman(Outbox outbox, Letters letters, TaskScheduler scheduler, PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.letters = letters;
        this.scheduler = scheduler;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @TransactionalEventListener
    void comeSoon(MailsStored stored) {
        if (called.compareAndSet(false, true)) {
            var unused = scheduler.schedule(this::deliver, Instant.now());
        }
    }

    @Scheduled(fixedDelayString = "${pilotage.mail.retry-every:PT1M}")
    void deliver() {
        called.set(false);
        int failures = 0;
        while (failures < MOST_FAILURES) {
            Boolean sent = transaction.execute(status -> deliverNext());
            if (sent == null) {
                return;
            }
            failures = sent ? 0 : failures + 1;
        }
    }

    /** Whether it was sent; null when there is nothing to send. */
    private @Nullable Boolean deliverNext() {
        Mail mail = outbox.lockNextDue().orElse(null);
        if (mail == null) {
            return null;
        }
        try {
            letters.send(mail);
            outbox.sent(mail);
            return true;
        } catch (Letters.Undeliverable e) {
            int attempts = mail.attempts() + 1;
            LOG.warn("Mail {} to {} not sent, attempt {}: {}", mail.id(), mail.recipient(), attempts, e.reason());
            outbox.failed(mail, e.reason(), attempts < MOST_ATTEMPTS ? pauseAfter(attempts) : null);
            return false;
        }
    }

    private static Duration pauseAfter(int attempts) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
