package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Caller;
import io.pilotage.testing.PilotageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** What belongs to no case is on the trail as well. */
@PilotageTest
class RecordedTests {

    @Autowired
    Trail trail;

    @LocalServerPort
    int port;

    @Test
    void everyDeployedFileIsThereWithTheHashOfItsContent() {
        var deployed =
                trail.of(Undertaking.DEPLOYMENT.chain(), TrailFilter.ALL.ofKinds("deployed"), PageRequest.of(0, 50));
        assertThat(deployed)
                .anySatisfy(recorded -> assertThat(
                                (Map<?, ?>) recorded.entry().details().get("files"))
                        .hasEntrySatisfying(
                                "processes/pilot/sla.dmn",
                                hash -> assertThat((String) hash).hasSize(64)));
    }

    @Test
    void loginOfAPrivilegedRoleIsThereAndNobodyElses() {
        Caller.session(port, "audit-read");
        Caller.session(port, "bu-sponsor");
        assertThat(signedIn("audit-read")).isPositive();
        assertThat(signedIn("bu-sponsor")).isZero();
    }

    private int signedIn(String person) {
        return trail.of(
                        Undertaking.LOGIN.chain(person),
                        TrailFilter.ALL.ofKinds("signedIn").by(person),
                        PageRequest.of(0, 50))
                .getNumberOfElements();
    }
}
