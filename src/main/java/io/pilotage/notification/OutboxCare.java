package io.pilotage.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What those who look after the outbox see and do: how much waits, what was given up, and another try. */
@Service
public class OutboxCare {

    private static final String UNDELIVERED = """
            select id, subject, pilot_key, created_at, state, attempts, last_error from notification_outbox
            where (state = 'FAILED' or (state = 'WAITING' and attempts > 0))""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutboxCare(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The state of the outbox.
     *
     * @param waiting mails to be sent, or sent again
     * @param failed mails given up after many attempts
     * @param oldestWaiting when the mail that waits longest was written; null when none waits
     */
    public record OutboxState(
            long waiting, long failed, @Nullable Instant oldestWaiting) {}

    /** A mail that did not get through, without its text and its reader. */
    public record Undelivered(
            long id,
            String subject,
            @Nullable String pilotKey,
            Instant createdAt,
            Mail.State state,
            int attempts,
            @Nullable String lastError) {}

    public OutboxState state() {
        return jdbc.sql("""
                        select sum(case when state = 'WAITING' then 1 else 0 end),
                            sum(case when state = 'FAILED' then 1 else 0 end),
                            min(case when state = 'WAITING' then created_at end)
                        from notification_outbox where state in ('WAITING', 'FAILED')""")
                .query((row, number) -> {
                    LocalDateTime oldest = row.getObject(3, LocalDateTime.class);
                    return new OutboxState(
                            row.getLong(1), row.getLong(2), oldest == null ? null : oldest.toInstant(ZoneOffset.UTC));
                })
                .single();
    }

    /** Mails that were given up and mails that failed at least once, given up ones first, then the oldest first. */
    public List<Undelivered> undelivered(int most) {
        return jdbc.sql(UNDELIVERED + " order by state, id limit ?")
                .param(most)
                .query(OutboxCare::undelivered)
                .list();
    }

    /**
     * Lets a mail be tried again at once, with as many attempts as a new one, in the caller's transaction.
     *
     * @return the mail as it was; empty when there is none of that number that did not get through
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Undelivered> tryAgain(long id) {
        Optional<Undelivered> mail = jdbc.sql(UNDELIVERED + " and id = ? for update")
                .param(id)
                .query(OutboxCare::undelivered)
                .optional();
        if (mail.isPresent()) {
            jdbc.sql("update notification_outbox set state = 'WAITING', attempts = 0, next_attempt_at = ? where id = ?")
                    .params(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), id)
                    .update();
            events.publishEvent(new MailsStored("again-" + id));
        }
        return mail;
    }

    private static Undelivered undelivered(ResultSet row, int number) throws SQLException {
        return new Undelivered(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Mail.State.valueOf(row.getString(5)),
                row.getInt(6),
                row.getString(7));
    }
}
