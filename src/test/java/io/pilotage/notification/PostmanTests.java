package io.pilotage.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When a mail is sent, and when it is not. */
@DeliveryTest
class PostmanTests {

    @Autowired
    NotificationManagement notifications;

    @Autowired
    Postman postman;

    @Autowired
    GreenMail mailServer;

    @Autowired
    JavaMailSenderImpl client;

    @Autowired
    DeliveryTest.MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Addresses addresses;

    @Autowired
    TaskScheduler scheduler;

    private final TransactionTemplate transaction;

    PostmanTests(@Autowired PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void empty() throws Exception {
        jdbc.sql("delete from notification_outbox").update();
        mailServer.purgeEmailFromAllMailboxes();
        client.setPort(mailServer.getSmtp().getPort());
        postman.deliver();
    }

    @Test
    void mailSaysWhatWasAnnounced() throws Exception {
        announce(Announcement.of("escalation.chair", "task-1 L3")
                .to("anna")
                .in(Locale.GERMAN)
                .naming("Prüfen", "Schiff 🚢", "heute", "Bert")
                .link("/t/4711")
                .pilot("P-1")
                .build());
        postman.deliver();

        MimeMessage letter = onlyLetter();
        assertThat(letter.getSubject()).isEqualTo("Entscheiden, neu zuweisen oder stoppen: Prüfen (Schiff 🚢)");
        assertThat(letter.getFrom()[0]).hasToString("pilotage@example.org");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
        assertThat(letter.isMimeType("text/plain")).isTrue();
        assertThat(letter.getContent().toString())
                .contains("weder die verantwortliche Person (Bert)")
                .endsWith("Hier öffnen: https://pilotage.example.org/t/4711");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getMessageID()).matches("<[0-9a-f-]{36}@pilotage>");
        Mail mail = onlyMail("anna");
        assertThat(mail.state()).isEqualTo(Mail.State.SENT);
        assertThat(mail.sentAt()).isEqualTo(clock.instant());
    }

    @Test
    void titleOfSeveralLinesAddsNoHeader() throws Exception {
        announce(Announcement.of("escalation.reminder", "task-1 lines")
                .to("anna")
                .naming("Sign\r\nBcc: eve@evil.example\r\n\r\nHello", "Ship\nX-Added: yes", "today", "Anna")
                .build());
        postman.deliver();

        MimeMessage letter = onlyLetter();
        assertThat(letter.getSubject()).doesNotContain("\r", "\n").contains("Sign Bcc: eve@evil.example");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getHeader("X-Added")).isNull();
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
    }

    @Test
    void mailIsSentSoonAfterTheTransaction() {
        transaction.executeWithoutResult(status -> {
            notifications.announce(reminder("anna"));
            verify(scheduler, never()).schedule(any(), any(Instant.class));
        });
        verify(scheduler).schedule(any(), any(Instant.class));
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        transaction.executeWithoutResult(status -> {
            notifications.announce(reminder("anna"));
            status.setRollbackOnly();
        });
        postman.deliver();
        verify(scheduler, never()).schedule(any(), any(Instant.class));
        assertThat(letters()).isEmpty();
        assertThat(notifications.mailsTo("anna", PageRequest.of(0, 10))).isEmpty();
    }

    @Test
    void announcementNeedsTransaction() {
        Announcement announcement = reminder("anna");
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> notifications.announce(announcement));
    }

    @Test
    void sameAnnouncementIsToldOnce() {
        announce(reminder("anna", "bert"));
        postman.deliver();
        announce(reminder("anna", "bert", "carl"));
        postman.deliver();
        assertThat(recipients()).containsExactlyInAnyOrder("anna@example.org", "bert@example.org", "carl@example.org");
    }

    @Test
    void addressMayStandForPerson() {
        doAnswer(call -> Optional.empty()).when(addresses).emailOf("works-council@example.org");
        announce(reminder("works-council@example.org"));
        postman.deliver();
        assertThat(recipients()).containsExactly("works-council@example.org");
    }

    @Test
    void mailThatCouldNotBeSentIsSentLater() throws Exception {
        announce(reminder("anna"));
        client.setPort(1);
        postman.deliver();
        Mail failed = onlyMail("anna");
        assertThat(failed.state()).isEqualTo(Mail.State.WAITING);
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.lastError()).contains("Couldn't connect to host");

        client.setPort(mailServer.getSmtp().getPort());
        postman.deliver();
        assertThat(letters()).isEmpty();
        clock.moveBy(Duration.ofMinutes(1));
        postman.deliver();
        assertThat(recipients()).containsExactly("anna@example.org");
        Mail sent = onlyMail("anna");
        assertThat(sent.state()).isEqualTo(Mail.State.SENT);
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(sent.lastError()).isNull();
    }

    @Test
    void everyAttemptHasTheSameMessageId() throws Exception {
        announce(reminder("anna", "bert"));
        postman.deliver();
        List<String> first = messageIds();
        jdbc.sql("update notification_outbox set state = 'WAITING'").update();
        mailServer.purgeEmailFromAllMailboxes();
        postman.deliver();
        assertThat(messageIds()).containsExactlyInAnyOrderElementsOf(first).doesNotHaveDuplicates();
    }

    @Test
    void oneBadAddressHoldsNobodyUp() {
        announce(reminder("anna", "nobody", "zoe"));
        doThrow(new IllegalStateException("The directory is away"))
                .when(addresses)
                .emailOf("anna");
        postman.deliver();
        assertThat(recipients()).containsExactly("zoe@example.org");
        assertThat(onlyMail("nobody").lastError()).isEqualTo("There is no address for nobody");
        assertThat(onlyMail("anna").lastError()).isEqualTo("The directory is away");
    }

    @Test
    void serverThatIsAwayIsNotAskedForEveryMail() {
        announce(reminder("a", "b", "c", "d", "e", "f"));
        client.setPort(1);
        postman.deliver();
        assertThat(jdbc.sql("select sum(attempts) from notification_outbox")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void hopelessMailIsGivenUpAfterTwoDays() {
        announce(reminder("nobody"));
        Instant begin = clock.instant();
        while (onlyMail("nobody").state() == Mail.State.WAITING) {
            postman.deliver();
            clock.moveBy(Duration.ofHours(1));
        }
        assertThat(onlyMail("nobody").state()).isEqualTo(Mail.State.FAILED);
        assertThat(Duration.between(begin, clock.instant())).isBetween(Duration.ofHours(36), Duration.ofHours(60));
    }

    private void announce(Announcement announcement) {
        transaction.executeWithoutResult(status -> notifications.announce(announcement));
    }

    private static Announcement reminder(String... people) {
        return Announcement.of("escalation.reminder", "task-1 L0")
                .to(people)
                .naming("Sign", "Ship", "today", "Anna")
                .build();
    }

    private Mail onlyMail(String person) {
        List<Mail> mails = notifications.mailsTo(person, PageRequest.of(0, 10)).getContent();
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private MimeMessage onlyLetter() {
        assertThat(letters()).hasSize(1);
        return letters().get(0);
    }

    private List<MimeMessage> letters() {
        return Postbox.letters(mailServer);
    }

    private List<String> recipients() {
        return Postbox.recipients(mailServer);
    }

    private List<String> messageIds() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage letter : letters()) {
            ids.add(letter.getMessageID());
        }
        return ids;
    }
}
