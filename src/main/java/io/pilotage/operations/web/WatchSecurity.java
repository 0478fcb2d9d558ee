package io.pilotage.operations.web;

import io.pilotage.identity.Role;
import io.pilotage.identity.RolesHeldNow;
import io.pilotage.operations.OperationsProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Who may watch: anybody whether the product lives and is ready, in one word; Prometheus its figures, with a token;
 * administrators everything. Nothing can be changed there. See record 11.
 */
@Configuration(proxyBeanMethods = false)
class WatchSecurity {

    private static final String ADMIN = Role.PROCESS_ADMIN.group();

    @Bean
    @Order(0)
    SecurityFilterChain watching(HttpSecurity http, OperationsProperties properties, RolesHeldNow roles)
            throws Exception {
        roles.on(http);
        return http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .hasAnyRole(ADMIN, ScrapeTokenFilter.SCRAPER)
                        .requestMatchers(HttpMethod.GET)
                        .hasRole(ADMIN)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new ScrapeTokenFilter(properties.scrapeToken()), AnonymousAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }
}
