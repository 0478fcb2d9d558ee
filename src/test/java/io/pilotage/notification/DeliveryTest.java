package io.pilotage.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.pilotage.testing.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A test of the outbox with a real mail server, a clock that is moved by hand, and nothing in the background. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest(
        properties = {
            "spring.flyway.enabled=false",
            "spring.sql.init.mode=always",
            "spring.sql.init.schema-locations=classpath:db/migration/V0300__notification_outbox.sql,"
                    + "classpath:db/migration/V0301__notification_channel.sql",
            "spring.messages.basename=messages/notification",
            "spring.mail.host=127.0.0.1",
            "pilotage.mail.delivery=send",
            "pilotage.mail.from=pilotage@example.org",
            "pilotage.mail.base-url=https://pilotage.example.org/",
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ContextConfiguration(initializers = FreshDatabase.class)
@MockitoBean(types = TaskScheduler.class)
@MockitoSpyBean(types = Addresses.class)
@ImportAutoConfiguration({MailSenderAutoConfiguration.class, MessageSourceAutoConfiguration.class})
@Import({
    NotificationManagement.class,
    Outbox.class,
    Wording.class,
    NotificationConfiguration.class,
    Postman.class,
    Letters.class,
    Webhooks.class,
    DeliveryTest.Surroundings.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@interface DeliveryTest {

    /** What the outbox needs around it. */
    @TestConfiguration
    class Surroundings {

        @Bean(initMethod = "start", destroyMethod = "stop")
        GreenMail greenMail() {
            return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Addresses addresses() {
            return new Directory();
        }
    }

    /** Knows everybody but nobody. */
    class Directory implements Addresses {

        @Override
        public Optional<String> emailOf(String personId) {
            return Optional.of(personId + "@example.org").filter(address -> !personId.equals("nobody"));
        }
    }

    /** Time that stands still until it is moved. */
    class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-03-06T12:00:00Z");

        void moveBy(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
