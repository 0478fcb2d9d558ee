package io.pilotage.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What programs of other makers are told, and what happens when they do not listen. */
@DeliveryTest
class WebhooksTests {

    private static final String SECRET = "5ZtYwq0uV2hX8kLr";
    private static final Receiver RECEIVER = new Receiver();

    @Autowired
    NotificationManagement notifications;

    @Autowired
    Postman postman;

    @Autowired
    DeliveryTest.MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail mailServer;

    @Autowired
    JavaMailSenderImpl client;

    private final TransactionTemplate transaction;

    WebhooksTests(@Autowired PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @DynamicPropertySource
    static void receiver(DynamicPropertyRegistry settings) {
        settings.add("pilotage.webhook.planning.url", RECEIVER::url);
        settings.add("pilotage.webhook.planning.secret", () -> SECRET);
        settings.add("pilotage.webhook.planning.events", () -> "gate.decided");
    }

    @BeforeEach
    void empty() throws Exception {
        jdbc.sql("delete from notification_outbox").update();
        mailServer.purgeEmailFromAllMailboxes();
        client.setPort(mailServer.getSmtp().getPort());
        RECEIVER.heard.clear();
        RECEIVER.answer = 204;
    }

    @AfterAll
    static void stop() {
        RECEIVER.server.stop(0);
    }

    @Test
    void decisionIsToldOnceAndSigned() {
        publish(decided("gate P-1 G2"));
        publish(decided("gate P-1 G2"));
        assertThat(RECEIVER.heard).isEmpty();
        postman.deliver();
        postman.deliver();

        assertThat(RECEIVER.heard).hasSize(1);
        Heard heard = RECEIVER.heard.get(0);
        assertThat(heard.body())
                .contains("\"event\":\"gate.decided\"", "\"pilot\":\"P-1\"", "\"facts\":{\"gate\":\"G2\"}")
                .contains("\"link\":\"https://pilotage.example.org/pilots/P-1\"")
                .contains("\"id\":\"" + heard.key() + "\"");
        long now = clock.instant().getEpochSecond();
        assertThat(heard.signature()).isEqualTo("t=" + now + ",v1=" + Webhooks.sign(SECRET, now + "." + heard.body()));
    }

    @Test
    void signatureIsTheOneOfTheStandard() {
        assertThat(Webhooks.sign("key", "The quick brown fox jumps over the lazy dog"))
                .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @Test
    void whatNobodyWantsToHearIsNotStored() {
        publish(new WebhookEvent("pilot.status-changed", "status", "P-1", clock.instant(), Map.of()));
        assertThat(stored()).isZero();
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        transaction.executeWithoutResult(status -> {
            notifications.publish(decided("gate P-1 G3"));
            status.setRollbackOnly();
        });
        postman.deliver();
        assertThat(RECEIVER.heard).isEmpty();
    }

    @Test
    void receiverThatFailsIsToldAgainUnderTheSameKey() {
        RECEIVER.answer = 503;
        publish(decided("gate P-2 G1"));
        postman.deliver();
        postman.deliver();
        assertThat(RECEIVER.heard).hasSize(1);
        assertThat(error()).isEqualTo("The receiver answered 503");

        RECEIVER.answer = 200;
        clock.moveBy(Duration.ofMinutes(1));
        postman.deliver();
        assertThat(RECEIVER.heard)
                .hasSize(2)
                .extracting(Heard::key)
                .containsOnly(RECEIVER.heard.get(0).key());
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void redirectIsNotFollowed() {
        RECEIVER.answer = 302;
        publish(decided("gate P-3 G1"));
        postman.deliver();
        assertThat(RECEIVER.heard).hasSize(1);
        assertThat(error()).isEqualTo("The receiver answered 302");
    }

    @Test
    void receiverThatIsAwayHoldsUpNoMail() {
        RECEIVER.answer = 500;
        for (int number = 0; number < 10; number++) {
            publish(decided("gate P-4 " + number));
        }
        transaction.executeWithoutResult(status -> notifications.announce(Announcement.of("task.assigned", "task-1")
                .to("anna")
                .naming("Sign", "Ship", "today")
                .build()));
        postman.deliver();
        assertThat(RECEIVER.heard).hasSize(3);
        assertThat(Postbox.recipients(mailServer)).containsExactly("anna@example.org");
    }

    @Test
    void receiverWithoutSecretIsRefused() {
        assertThatThrownBy(() -> new WebhookProperties.Receiver(URI.create("https://a.example.org"), " ", Set.of()))
                .hasMessageContaining("needs a secret");
    }

    private WebhookEvent decided(String key) {
        String pilot = key.split(" ")[1];
        return new WebhookEvent("gate.decided", key, pilot, Instant.EPOCH, Map.of("gate", key.split(" ")[2]));
    }

    private void publish(WebhookEvent event) {
        transaction.executeWithoutResult(status -> notifications.publish(event));
    }

    private int stored() {
        return jdbc.sql("select count(*) from notification_outbox")
                .query(Integer.class)
                .single();
    }

    private String error() {
        return jdbc.sql("select last_error from notification_outbox")
                .query(String.class)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from notification_outbox")
                .query(String.class)
                .single();
    }

    private record Heard(String key, String signature, String body) {}

    /** A program of somebody else. */
    private static final class Receiver {

        private final List<Heard> heard = new ArrayList<>();
        private final HttpServer server;
        private volatile int answer;

        private Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                heard.add(new Heard(
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        exchange.getRequestHeaders().getFirst("Pilotage-Signature"),
                        new String(exchange.getRequestBody().readAllBytes())));
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            });
            server.start();
        }

        private String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        }
    }
}
