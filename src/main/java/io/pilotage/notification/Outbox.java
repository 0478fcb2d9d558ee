package io.pilotage.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of mails. */
@Repository
class Outbox {

    /** A mail that is there already stays as it is. */
    private static final String ADD = """
            insert into notification_outbox (channel, idempotency_key, recipient, kind, language, subject, body, link,
                pilot_key, created_at, state, attempts, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
            on duplicate key update attempts = attempts""";

    static final String MAIL = "mail";

    /** Locked for the length of an attempt; whoever else sends at the same time passes it over. */
    private static final String NEXT_DUE = """
            select * from notification_outbox where channel = ? and state = 'WAITING' and next_attempt_at <= ?
            order by next_attempt_at limit 1 for update skip locked""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Announcement announcement, String recipient, String subject, String body, Mail.State state) {
        LocalDateTime now = now();
        jdbc.sql(ADD)
                .params(
                        MAIL,
                        announcement.idempotencyKey(),
                        recipient,
                        announcement.kind(),
                        announcement.language().toLanguageTag(),
                        subject,
                        body,
                        announcement.link(),
                        announcement.pilotKey(),
                        now,
                        state.name(),
                        now)
                .update();
    }

    /** @param channel of the receiver; it stands for the recipient too */
    void add(WebhookEvent event, String channel, String body) {
        LocalDateTime now = now();
        jdbc.sql(ADD)
                .params(
                        channel,
                        event.idempotencyKey(),
                        channel,
                        event.event(),
                        Locale.ENGLISH.toLanguageTag(),
                        event.event(),
                        body,
                        "/pilots/" + event.pilotKey(),
                        event.pilotKey(),
                        now,
                        Mail.State.WAITING.name(),
                        now)
                .update();
    }

    Optional<Mail> lockNextDue(String channel) {
        return jdbc.sql(NEXT_DUE).params(channel, now()).query(Outbox::read).optional();
    }

    void sent(Mail mail) {
        jdbc.sql("update notification_outbox set state = ?, attempts = ?, last_error = null, sent_at = ? where id = ?")
                .params(Mail.State.SENT.name(), mail.attempts() + 1, now(), mail.id())
                .update();
    }

    /** @param pause until it is tried again; null gives it up */
    void failed(Mail mail, String error, @Nullable Duration pause) {
        Mail.State state = pause == null ? Mail.State.FAILED : Mail.State.WAITING;
        LocalDateTime next = pause == null ? now() : now().plus(pause);
        jdbc.sql("update notification_outbox set state = ?, attempts = ?, last_error = ?, next_attempt_at = ?"
                        + " where id = ?")
                .params(state.name(), mail.attempts() + 1, error, next, mail.id())
                .update();
    }

    Slice<Mail> find(@Nullable String recipient, Pageable page) {
        var all = jdbc.sql(
                        "select * from notification_outbox" + (recipient == null ? "" : " where recipient = :recipient")
                                + " order by id desc limit :limit offset :offset")
                .param("limit", page.getPageSize() + 1)
                .param("offset", page.getOffset());
        List<Mail> found = (recipient == null ? all : all.param("recipient", recipient))
                .query(Outbox::read)
                .list();
        boolean more = found.size() > page.getPageSize();
        return new SliceImpl<>(more ? found.subList(0, page.getPageSize()) : found, page, more);
    }

    Optional<Mail> find(long id) {
        return jdbc.sql("select * from notification_outbox where id = ?")
                .param(id)
                .query(Outbox::read)
                .optional();
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        LocalDateTime sentAt = row.getObject("sent_at", LocalDateTime.class);
        return new Mail(
                row.getLong("id"),
                row.getString("idempotency_key"),
                row.getString("recipient"),
                row.getString("kind"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getString("pilot_key"),
                instant(row.getObject("created_at", LocalDateTime.class)),
                Mail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                sentAt == null ? null : instant(sentAt));
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
