package io.pilotage.notification;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an announcement into words, in its language. */
@Component
class Wording {

    /** As long as the outbox holds, and longer than anybody reads. */
    private static final int LONGEST_SUBJECT = 200;

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** One line: what a name contains cannot add a header to the mail. */
    String subject(Announcement announcement) {
        String line = text(announcement, "subject")
                .replaceAll("\\s+|\\p{Cntrl}+", " ")
                .strip();
        int end = Math.min(line.length(), LONGEST_SUBJECT);
        return line.substring(
                0, end < line.length() && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    String body(Announcement announcement) {
        return text(announcement, "body").strip();
    }

    /** The sentence under a mail that leads back into the product. */
    String invitation(String address, Locale language) {
        return messages.getMessage("notification.open", new Object[] {address}, language);
    }

    private String text(Announcement announcement, String part) {
        Object[] arguments = announcement.arguments().stream()
                .map(argument -> written(argument, announcement.language()))
                .toArray();
        String key = "notification." + announcement.kind() + "." + part;
        return messages.getMessage(key, arguments, announcement.language());
    }

    /** By a pattern of ours: what a JDK takes for the usual form of a date changes with its version. */
    private Object written(Object argument, Locale language) {
        return argument instanceof ZonedDateTime time
                ? DateTimeFormatter.ofPattern(messages.getMessage("notification.time", null, language), language)
                        .format(time)
                : argument;
    }
}
