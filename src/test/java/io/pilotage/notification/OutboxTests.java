package io.pilotage.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of mails where none are sent, on the embedded database as it comes, and who finds which. */
@JdbcTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outbox;MODE=MySQL",
            "spring.flyway.enabled=false",
            "spring.sql.init.schema-locations=classpath:db/migration/V0300__notification_outbox.sql,"
                    + "classpath:db/migration/V0301__notification_channel.sql",
            "spring.messages.basename=messages/notification",
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
@Import({
    NotificationManagement.class,
    Outbox.class,
    Wording.class,
    NotificationConfiguration.class,
    Postman.class,
    Letters.class,
    Webhooks.class,
    DeliveryTest.MovableClock.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class OutboxTests {

    @Autowired
    NotificationManagement notifications;

    @Autowired
    ObjectProvider<Postman> postmen;

    private final TransactionTemplate transaction;

    OutboxTests(@Autowired PlatformTransactionManager transactions, @Autowired JdbcClient jdbc) {
        this.transaction = new TransactionTemplate(transactions);
        jdbc.sql("delete from notification_outbox").update();
    }

    @Test
    void mailIsKeptAndNobodySendsIt() {
        announce("task-1", "anna");
        Mail mail = notifications
                .mailsTo("anna", PageRequest.of(0, 10))
                .getContent()
                .get(0);
        assertThat(mail.state()).isEqualTo(Mail.State.KEPT);
        assertThat(mail.subject()).isEqualTo("New for you: Sign (Ship)");
        assertThat(mail.link()).isEqualTo("/t/task-1");
        assertThat(mail.pilotKey()).isEqualTo("P-1");
        assertThat(notifications.mail(mail.id())).contains(mail);
        assertThat(postmen.stream()).isEmpty();
    }

    @Test
    void personFindsTheirOwnMailsNewestFirst() {
        announce("task-1", "anna", "bert");
        announce("task-2", "anna");
        announce("task-3", "anna");
        Slice<Mail> first = notifications.mailsTo("anna", PageRequest.of(0, 2));
        assertThat(first.map(Mail::link)).containsExactly("/t/task-3", "/t/task-2");
        assertThat(first.hasNext()).isTrue();
        assertThat(notifications.mailsTo("anna", PageRequest.of(1, 2)).map(Mail::link))
                .containsExactly("/t/task-1");
        assertThat(notifications.mailsTo("bert", PageRequest.of(0, 2))).hasSize(1);
        assertThat(notifications.mailsTo("ANNA", PageRequest.of(0, 2))).isEmpty();
        assertThat(notifications.mails(PageRequest.of(0, 10))).hasSize(4);
    }

    @Test
    void sameAnnouncementIsKeptOnce() {
        announce("task-1", "anna");
        announce("task-1", "anna", "bert");
        assertThat(notifications.mails(PageRequest.of(0, 10))).hasSize(2);
    }

    @Test
    void mailThatWaitsIsTakenByOneOnly(@Autowired Outbox outbox, @Autowired JdbcClient jdbc) {
        announce("task-1", "anna");
        jdbc.sql("update notification_outbox set state = 'WAITING'").update();
        transaction.executeWithoutResult(status -> {
            assertThat(outbox.lockNextDue(Outbox.MAIL)).isPresent();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> transaction.execute(other -> outbox.lockNextDue(Outbox.MAIL)))
                            .join())
                    .isEmpty();
        });
    }

    private void announce(String task, String... people) {
        transaction.executeWithoutResult(status -> notifications.announce(Announcement.of("task.assigned", task)
                .to(people)
                .naming("Sign", "Ship", "today")
                .link("/t/" + task)
                .pilot("P-1")
                .build()));
    }
}
