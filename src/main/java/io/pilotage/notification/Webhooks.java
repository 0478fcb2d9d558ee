package io.pilotage.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells programs of other makers what happened: one signed POST per receiver and event. Every attempt carries the same
 * {@code Idempotency-Key}, because a node that dies between the answer and its own commit says it again.
 */
@Component
class Webhooks implements Carrier {

    static final String CHANNEL = "webhook:";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, WebhookProperties.Receiver> receivers;
    private final MailProperties properties;
    private final Outbox outbox;
    private final Clock clock;
    /** Follows no redirect: what is told goes where an administrator said, and nowhere else. Built when first needed. */
    private final Supplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build());

    Webhooks(WebhookProperties webhooks, MailProperties properties, Outbox outbox, Clock clock) {
        this.receivers = new TreeMap<>(webhooks.webhook());
        this.properties = properties;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores it for every receiver that wants to hear it. */
    void add(WebhookEvent event) {
        receivers.forEach((name, receiver) -> {
            if (receiver.wants(event.event())) {
                String channel = CHANNEL + name;
                outbox.add(event, channel, body(event, id(event.idempotencyKey(), channel)));
            }
        });
    }

    @Override
    public Set<String> channels() {
        return receivers.keySet().stream().map(name -> CHANNEL + name).collect(Collectors.toSet());
    }

    @Override
    public void send(Mail mail) {
        WebhookProperties.Receiver receiver = receivers.get(mail.recipient().substring(CHANNEL.length()));
        if (receiver == null) {
            throw new Undeliverable("No receiver is configured for " + mail.recipient());
        }
        long now = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(receiver.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id(mail.idempotencyKey(), mail.recipient()))
                .header("Pilotage-Event", mail.kind())
                .header("Pilotage-Signature", "t=" + now + ",v1=" + sign(receiver.secret(), now + "." + mail.body()))
                .POST(BodyPublishers.ofString(mail.body()))
                .build();
        try {
            int status = client.get().send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new Undeliverable("The receiver answered " + status);
            }
        } catch (IOException e) {
            throw new Undeliverable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undeliverable("This node was stopped meanwhile");
        }
    }

    private String body(WebhookEvent event, String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("event", event.event());
        body.put("occurredAt", event.occurredAt().toString());
        body.put("pilot", event.pilotKey());
        body.put("link", properties.address("/pilots/" + event.pilotKey()));
        body.put("facts", new TreeMap<>(event.facts()));
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts that are no plain values: " + event.facts(), e);
        }
    }

    private static String id(String idempotencyKey, String receiver) {
        return UUID.nameUUIDFromBytes((idempotencyKey + "\n" + receiver).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** HMAC-SHA256 in hexadecimal digits. */
    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This virtual machine has no HmacSHA256", e);
        }
    }
}
