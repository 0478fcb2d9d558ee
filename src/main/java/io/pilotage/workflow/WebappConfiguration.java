package io.pilotage.workflow;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.operaton.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fits the engine's web applications into our login. */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

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
