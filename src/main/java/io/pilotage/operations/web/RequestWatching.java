package io.pilotage.operations.web;

import io.micrometer.common.KeyValue;
import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** What is noted of each request: a context for its log lines, and its time under the template of its route. */
@Configuration(proxyBeanMethods = false)
class RequestWatching {

    /** Behind the security chain, which knows the person. */
    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<LogContextFilter> logContext(ObjectProvider<Inbox> inbox) {
        var filter = new FilterRegistrationBean<>(
                new LogContextFilter(task -> inbox.getObject().find(task).map(OpenTask::pilotKey)));
        filter.setOrder(AFTER_SECURITY);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    DefaultServerRequestObservationConvention routes() {
        return new Routes();
    }

    /** Names the engine's own addresses, which no controller serves, by their beginning. */
    private static final class Routes extends DefaultServerRequestObservationConvention {

        private static final List<String> ENGINE =
                List.of("/engine-rest/", "/operaton/api/", "/operaton/app/", "/operaton/lib/");

        @Override
        protected KeyValue uri(ServerRequestObservationContext request) {
            if (request.getPathPattern() != null || request.getCarrier() == null) {
                return super.uri(request);
            }
            String path = request.getCarrier().getRequestURI();
            return ENGINE.stream()
                    .filter(path::startsWith)
                    .findFirst()
                    .map(beginning -> KeyValue.of("uri", beginning + "**"))
                    .orElseGet(() -> super.uri(request));
        }
    }
}
