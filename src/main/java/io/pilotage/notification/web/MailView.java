package io.pilotage.notification.web;

import io.pilotage.notification.Mail;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its page shows it.
 *
 * @param language code of the mail's language, for the reader's browser
 * @param state message suffix and colour of where it is on its way
 */
record MailView(
        long id,
        String recipient,
        String subject,
        String body,
        String language,
        @Nullable String link,
        @Nullable String pilotKey,
        ZonedDateTime createdAt,
        @Nullable ZonedDateTime sentAt,
        String state,
        int attempts,
        @Nullable String lastError) {

    static MailView of(Mail mail, String recipient) {
        return new MailView(
                mail.id(),
                recipient,
                mail.subject(),
                mail.body(),
                mail.language().toLanguageTag(),
                mail.link(),
                mail.pilotKey(),
                mail.createdAt().atZone(ZoneOffset.UTC),
                mail.sentAt() == null ? null : mail.sentAt().atZone(ZoneOffset.UTC),
                mail.state().name().toLowerCase(Locale.ROOT),
                mail.attempts(),
                mail.lastError());
    }

    /** The text as it is to be set on a page. */
    public List<String> paragraphs() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }

    /** How the state's badge is coloured. */
    public String colour() {
        return switch (state) {
            case "sent" -> "ok";
            case "failed" -> "danger";
            case "waiting" -> "warn";
            default -> "info";
        };
    }
}
