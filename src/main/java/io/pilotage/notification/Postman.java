package io.pilotage.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, mails and webhooks: soon after it was stored, and every minute what could not be sent
 * before.
 *
 * <p>A mail stays locked in the database while it is sent, so any number of nodes may do this at the same time. Only a
 * node that dies between the mail server's answer and its own commit leaves a mail to be sent again; its Message-ID is
 * then the same.
 */
@Component
@Conditional(SomethingToSend.class)
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** With pauses that double up to an hour: about two days. */
    private static final int MOST_ATTEMPTS = 50;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** After so many failures in a row it is the other side that is away; the next minute will do. */
    private static final int MOST_FAILURES = 3;

    private final Outbox outbox;
    private final List<Carrier> carriers;
    private final TaskScheduler scheduler;
    private final TransactionTemplate transaction;
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile boolean stopping;

    Postman(Outbox outbox, List<Carrier> carriers, TaskScheduler scheduler, PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.carriers = carriers;
        this.scheduler = scheduler;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @TransactionalEventListener
    void comeSoon(MailsStored stored) {
        if (called.compareAndSet(false, true)) {
            try {
                var unused = scheduler.schedule(this::deliver, Instant.now());
            } catch (TaskRejectedException e) {
                LOG.debug("This node is being stopped; another one sends it", e);
            }
        }
    }

    /** What still waits is left to the other nodes, or to the next start. */
    @EventListener(ContextClosedEvent.class)
    void comeNoMore() {
        stopping = true;
    }

    @Scheduled(fixedDelayString = "${pilotage.mail.retry-every:PT1M}")
    void deliver() {
        called.set(false);
        carriers.forEach(carrier -> carrier.channels().forEach(channel -> deliver(carrier, channel)));
    }

    private void deliver(Carrier carrier, String channel) {
        int failures = 0;
        while (failures < MOST_FAILURES && !stopping) {
            Boolean sent = transaction.execute(status -> deliverNext(carrier, channel));
            if (sent == null) {
                return;
            }
            failures = sent ? 0 : failures + 1;
        }
    }

    /** Whether it was sent; null when there is nothing to send. */
    private @Nullable Boolean deliverNext(Carrier carrier, String channel) {
        Mail mail = outbox.lockNextDue(channel).orElse(null);
        if (mail == null) {
            return null;
        }
        try {
            carrier.send(mail);
            outbox.sent(mail);
            return true;
        } catch (Undeliverable e) {
            int attempts = mail.attempts() + 1;
            // Neither the address nor the mail server's words, which repeat it: both are on the page of the mail.
            LOG.warn("Mail {} was not sent, attempt {}", mail.id(), attempts);
            outbox.failed(mail, e.reason(), attempts < MOST_ATTEMPTS ? pauseAfter(attempts) : null);
            return false;
        }
    }

    private static Duration pauseAfter(int attempts) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
