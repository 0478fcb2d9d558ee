package io.pilotage.identity.web;

import io.pilotage.identity.FormTargets;
import io.pilotage.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Who may ask for what: everything needs a login, and what is not named here is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; font-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action ";

    private static final String ADMIN = Role.PROCESS_ADMIN.group();

    private final SignIn signIn;
    private final FormTargets formTargets;
    private final NothingThere nothingThere;

    SecurityChain(SignIn signIn, FormTargets formTargets, NothingThere nothingThere) {
        this.signIn = signIn;
        this.formTargets = formTargets;
        this.nothingThere = nothingThere;
    }

    /** Paths are matched whole, because the engine's REST interface is a servlet of its own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The engine's REST interface, for Modelers and machines: a proof with each call, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        signIn.onCalls(http);
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Pages and the engine's web applications: a login page and a session. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/error",
                                "/css/**",
                                "/js/**",
                                "/img/**",
                                "/vendor/**",
                                "/webjars/**",
                                "/favicon.*")
                        .permitAll()
                        .requestMatchers(
                                "/operaton/app/*/*/setup/**",
                                "/operaton/api/admin/setup/**",
                                "/operaton/api/admin/auth/user/*/login/**")
                        .denyAll()
                        .requestMatchers(
                                "/operaton/app/cockpit/**",
                                "/operaton/app/admin/**",
                                "/operaton/api/cockpit/**",
                                "/operaton/api/admin/plugin/**")
                        .hasRole(ADMIN)
                        .requestMatchers("/operaton/**")
                        .authenticated()
                        .requestMatchers("/operations/trail/**", "/api/operations/checks/**")
                        .hasAnyRole(ADMIN, Role.AUDIT_READ.group())
                        .requestMatchers("/operations/**", "/api/operations/**")
                        .hasRole(ADMIN)
                        .requestMatchers("/portfolio/import/**", "/api/imports/**")
                        .hasAnyRole(ADMIN, Role.PORTFOLIO_OFFICE.group())
                        .requestMatchers("/portfolio/exports/**", "/api/exports/**")
                        .hasAnyRole(
                                Role.PORTFOLIO_OFFICE.group(), Role.GOVERNANCE_CHAIR.group(), Role.AUDIT_READ.group())
                        .requestMatchers(
                                "/", "/portfolio/**", "/pilots/**", "/api/**", "/t/**", "/mails/**", "/signing/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers("/operaton/**"))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), Calls::isCall)
                        .accessDeniedHandler(nothingThere))
                .headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                request -> !request.getRequestURI().startsWith("/operaton/"),
                                new StaticHeadersWriter("Content-Security-Policy", POLICY + formTargets.sources())))
                        .frameOptions(frame -> frame.deny()));
        signIn.onPages(http);
        return http.build();
    }
}
