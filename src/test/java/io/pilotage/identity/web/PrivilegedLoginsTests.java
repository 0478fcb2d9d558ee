package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.pilotage.audit.Trail;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A login of a privileged role that cannot be written down is none. */
class PrivilegedLoginsTests {

    private final People people = mock();
    private final Trail trail = mock();
    private final PrivilegedLogins logins = new PrivilegedLogins(
            people,
            new DefaultListableBeanFactory().getBeanProvider(io.pilotage.identity.keycloak.Directory.class),
            trail,
            Clock.systemUTC());
    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void loginThatCannotBeWrittenDownIsTakenBack() {
        doThrow(new DataAccessResourceFailureException("away")).when(trail).note(any());
        assertThatExceptionOfType(InternalAuthenticationServiceException.class)
                .isThrownBy(() -> signIn(Role.PROCESS_ADMIN));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void loginOfOthersNeedsNoEntry() {
        signIn(Role.BU_SPONSOR);
        verifyNoInteractions(trail);
        assertThat(session.isInvalid()).isFalse();
    }

    private void signIn(Role role) {
        when(people.find("somebody")).thenReturn(Optional.of(new Person("somebody", "Somebody", null, Set.of(role))));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        logins.on(new InteractiveAuthenticationSuccessEvent(
                new TestingAuthenticationToken("somebody", "secret"), PrivilegedLogins.class));
    }
}
