package io.pilotage.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes a letter of a mail and hands it to the mail server. */
@Component
@ConditionalOnProperty(name = "pilotage.mail.delivery", havingValue = "send")
class Letters implements Carrier {

    /** Milliseconds; without, a mail server that does not answer would hold a database connection for ever. */
    private static final String PATIENCE = "10000";

    private final JavaMailSenderImpl mailServer;
    private final Addresses addresses;
    private final Wording wording;
    private final MailProperties properties;

    Letters(JavaMailSenderImpl mailServer, Addresses addresses, Wording wording, MailProperties properties) {
        this.mailServer = mailServer;
        this.addresses = addresses;
        this.wording = wording;
        this.properties = properties;
        Properties session = mailServer.getJavaMailProperties();
        session.putIfAbsent("mail.smtp.connectiontimeout", PATIENCE);
        session.putIfAbsent("mail.smtp.timeout", PATIENCE);
        session.putIfAbsent("mail.smtp.writetimeout", PATIENCE);
    }

    @Override
    public Set<String> channels() {
        return Set.of(Outbox.MAIL);
    }

    @Override
    public void send(Mail mail) {
        try {
            mailServer.send(letter(mail));
        } catch (Undeliverable e) {
            throw e;
        } catch (RuntimeException | MessagingException e) {
            throw new Undeliverable(e);
        }
    }

    private MimeMessage letter(Mail mail) throws MessagingException {
        MimeMessage letter = mailServer.createMimeMessage();
        var parts = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
        parts.setFrom(properties.from());
        parts.setTo(addressOf(mail.recipient()));
        parts.setSubject(mail.subject());
        parts.setText(text(mail));
        parts.setSentDate(Date.from(mail.createdAt()));
        letter.setHeader("Message-ID", "<" + id(mail) + "@pilotage>");
        letter.setHeader("Content-Language", mail.language().toLanguageTag());
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }

    private String addressOf(String recipient) {
        return addresses
                .emailOf(recipient)
                .or(() -> Optional.of(recipient).filter(text -> text.contains("@")))
                .orElseThrow(() -> new Undeliverable("There is no address for " + recipient));
    }

    private String text(Mail mail) {
        return mail.link() == null
                ? mail.body()
                : mail.body() + "\n\n" + wording.invitation(properties.address(mail.link()), mail.language());
    }

    /** The same for every attempt, so that a mail sent twice is recognised as one. */
    private static UUID id(Mail mail) {
        String once = mail.idempotencyKey() + "\n" + mail.recipient();
        return UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8));
    }
}
