package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.identity.InProductsName;
import io.pilotage.testing.PilotageTest;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** On a thread that serves a request the engine answers a person or the product, and nobody else. */
@PilotageTest
class IdentityGuardTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectProvider<IdentityService> identity;

    private long answered = -1;

    @AfterEach
    void nobodyIsSignedIn() {
        engine.getIdentityService().clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    @Test
    void nobodyIsAnswered() {
        assertThatThrownBy(() -> serve((request, response) -> answered = question()))
                .hasMessageContaining("in nobody's name");
        assertThat(answered).isEqualTo(-1);
    }

    @Test
    void aPersonIsAnswered() throws Exception {
        engine.getIdentityService().setAuthentication("bu-sponsor", List.of("bu-sponsor"));
        serve((request, response) -> answered = question());
        assertThat(answered).isNotNegative();
    }

    @Test
    void theProductIsAnswered() throws Exception {
        serve((request, response) -> answered = InProductsName.call(this::question));
        assertThat(answered).isNotNegative();
    }

    @Test
    void timersAndStartUpAreServedNoRequest() {
        assertThat(question()).isNotNegative();
    }

    @Test
    void thePersonIsGivenToTheEngineAndTakenAwayWhateverHappens() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "bu-sponsor", null, AuthorityUtils.createAuthorityList("ROLE_bu-sponsor", "OTHER")));
        var filter = new EngineIdentityFilter(identity, new AcceptHeaderLocaleResolver());
        assertThatThrownBy(() -> filter.doFilter(
                        new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                            var person = engine.getIdentityService().getCurrentAuthentication();
                            throw new IOException(person.getUserId() + person.getGroupIds());
                        }))
                .hasMessage("bu-sponsor[bu-sponsor]");
        assertThat(engine.getIdentityService().getCurrentAuthentication()).isNull();
    }

    private long question() {
        return engine.getTaskService().createTaskQuery().count();
    }

    private static void serve(FilterChain work) throws Exception {
        new WebThreads().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), work);
    }
}
