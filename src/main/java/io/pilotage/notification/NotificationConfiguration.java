package io.pilotage.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Reads how mails leave the product, and sets the clock running only where some do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, WebhookProperties.class})
class NotificationConfiguration {

    /** Lets mails that could not be sent be tried again. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(SomethingToSend.class)
    @EnableScheduling
    static class Sending {}
}
