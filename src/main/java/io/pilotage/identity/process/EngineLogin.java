package io.pilotage.identity.process;

import io.pilotage.identity.InProductsName;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.WithoutKeycloak;
import java.util.List;
import org.operaton.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks a password against the engine's own identity tables, for the embedded default only. */
@Component
@ConditionalOnProperty("pilotage.demo")
@WithoutKeycloak
class EngineLogin implements AuthenticationProvider {

    private final ObjectProvider<IdentityService> identity;
    private final People people;

    EngineLogin(ObjectProvider<IdentityService> identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String id = login.getName();
        String password = String.valueOf(login.getCredentials());
        if (id.isBlank() || !InProductsName.call(() -> identity.getObject().checkPassword(id, password))) {
            throw new BadCredentialsException("Wrong name or password");
        }
        Person person = people.find(id).orElseThrow(() -> new BadCredentialsException("Wrong name or password"));
        List<SimpleGrantedAuthority> authorities = person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.group()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(id, null, authorities);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
