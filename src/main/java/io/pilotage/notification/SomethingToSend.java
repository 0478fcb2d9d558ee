package io.pilotage.notification;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether anything leaves the product at all: mails that are sent, or a receiver of webhooks. */
class SomethingToSend implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, Object> receivers = Binder.get(context.getEnvironment())
                .bind("pilotage.webhook", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        return !receivers.isEmpty()
                || "send".equalsIgnoreCase(context.getEnvironment().getProperty("pilotage.mail.delivery"));
    }
}
