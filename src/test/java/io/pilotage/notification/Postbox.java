package io.pilotage.notification;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** What has arrived at the mail server. */
final class Postbox {

    private Postbox() {}

    static List<MimeMessage> letters(GreenMail mailServer) {
        return List.of(mailServer.getReceivedMessages());
    }

    static List<String> recipients(GreenMail mailServer) {
        return letters(mailServer).stream()
                .flatMap(letter -> {
                    try {
                        return Arrays.stream(letter.getAllRecipients());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(Object::toString)
                .toList();
    }
}
