package io.pilotage.identity.web;

import io.pilotage.identity.RolesHeldNow;
import io.pilotage.identity.WithoutKeycloak;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** The embedded default: name and password, on a page for people and with each call for programs. */
@Component
@WithoutKeycloak
class PasswordSignIn implements SignIn, RolesHeldNow {

    @Override
    public void onPages(HttpSecurity http) throws Exception {
        http.formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"));
    }

    @Override
    public void onCalls(HttpSecurity http) throws Exception {
        http.httpBasic(Customizer.withDefaults());
    }

    /** Nothing: the roles of the embedded default do not change, and a session has them. */
    @Override
    public void on(HttpSecurity http) {}
}
