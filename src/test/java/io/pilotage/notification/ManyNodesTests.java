package io.pilotage.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes that send from one outbox. */
@DeliveryTest
@Timeout(30)
class ManyNodesTests {

    @Autowired
    NotificationManagement notifications;

    @Autowired
    Postman postman;

    @Autowired
    GreenMail mailServer;

    @Autowired
    JavaMailSenderImpl client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Addresses addresses;

    private final TransactionTemplate transaction;

    ManyNodesTests(@Autowired PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void empty() throws Exception {
        jdbc.sql("delete from notification_outbox").update();
        mailServer.purgeEmailFromAllMailboxes();
        client.setPort(mailServer.getSmtp().getPort());
    }

    @Test
    void mailInTheHandsOfOneNodeIsPassedOverByAnother() throws Exception {
        announce("anna");
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        doAnswer(call -> {
                    asked.countDown();
                    answer.await();
                    return call.callRealMethod();
                })
                .when(addresses)
                .emailOf("anna");
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<?> sending = node.submit(postman::deliver);
            asked.await();
            postman.deliver();
            assertThat(recipients()).isEmpty();
            answer.countDown();
            sending.get();
        } finally {
            node.shutdown();
        }
        assertThat(recipients()).containsExactly("anna@example.org");
    }

    @Test
    void manyNodesSendEveryMailOnce() throws Exception {
        String[] people = new String[60];
        Arrays.setAll(people, number -> "person" + number);
        announce(people);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> node = () -> {
                while (jdbc.sql("select count(*) from notification_outbox where state = 'WAITING'")
                                .query(Integer.class)
                                .single()
                        > 0) {
                    postman.deliver();
                }
                return null;
            };
            for (Future<Void> done : nodes.invokeAll(Collections.nCopies(4, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(recipients()).hasSize(60).doesNotHaveDuplicates();
    }

    private void announce(String... people) {
        transaction.executeWithoutResult(status -> notifications.announce(Announcement.of("task.assigned", "task-1")
                .to(people)
                .naming("Sign", "Ship", "today")
                .build()));
    }

    private List<String> recipients() {
        return Postbox.recipients(mailServer);
    }
}
