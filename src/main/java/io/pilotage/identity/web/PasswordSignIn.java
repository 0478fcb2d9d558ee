package io.pilotage.identity.web;

import io.pilotage.identity.WithoutKeycloak;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** The embedded default: name and password, on a page for people and with each call for programs. */
@Component
@WithoutKeycloak
class PasswordSignIn implements SignIn {

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"));
    }

    @Override
    public void onCalls(HttpSecurity http) throws Exception {
        http.httpBasic(Customizer.withDefaults());
    }
}
