package io.pilotage.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Fits the engine's web applications into our login. */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    @Bean
    FilterRegistrationBean<EngineIdentityFilter> engineIdentity(
            ObjectProvider<IdentityService> identity, LocaleResolver localeResolver) {
        FilterRegistrationBean<EngineIdentityFilter> filter =
                new FilterRegistrationBean<>(new EngineIdentityFilter(identity, localeResolver));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<CallGate> callGate(RefusalLog refusals, RefusalSentences sentences, ObjectMapper json) {
        FilterRegistrationBean<CallGate> filter = new FilterRegistrationBean<>(new CallGate(refusals, sentences, json));
        filter.addUrlPatterns("/engine-rest/*", "/operaton/api/engine/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappIdentity() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", WebappIdentity.class.getName());
        filter.addUrlPatterns("/operaton/app/*", "/operaton/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(1);
        return filter;
    }
}
