package io.pilotage.identity.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people and programs prove who they are: by a password here, or at Keycloak. */
interface SignIn {

    /** People in a browser: a page to sign in and a session. */
    void onPages(HttpSecurity http) throws Exception;

    /** Programs that call the engine's REST interface: something with each call, no session. */
    void onCalls(HttpSecurity http) throws Exception;
}
