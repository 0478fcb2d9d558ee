package io.pilotage.notification;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave the product.
 *
 * @param delivery whether they are sent or only kept and shown
 * @param from sender's address
 * @param baseUrl where recipients reach the product, for the links in mails
 */
@ConfigurationProperties("pilotage.mail")
record MailProperties(
        @DefaultValue("keep") Delivery delivery,
        @DefaultValue("pilotage@localhost") String from,
        @DefaultValue("http://localhost:8080") URI baseUrl) {

    /** What is done with a mail. */
    enum Delivery {
        KEEP,
        SEND
    }

    /** The full address of a path within the product. */
    String address(String path) {
        return baseUrl.toString().replaceAll("/+$", "") + path;
    }
}
