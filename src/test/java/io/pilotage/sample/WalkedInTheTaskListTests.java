package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Browser;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pilot from intake to adopted, every step done by a person in the real task list, from the link of a mail, with the
 * keyboard alone; half of the people at a desk, half with a phone.
 */
@PilotageTest
class WalkedInTheTaskListTests {

    @LocalServerPort
    int port;

    @Autowired
    TimeMachine time;

    @Autowired
    PilotManagement pilots;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPilotOfLowRiskIsAdopted() {
        try (Walk walk = new Walk(Story.ofLowRisk("walked"), new DemoDoor(), jdbc, time, "walk")) {
            String pilot = walk.propose();
            List<String> path = walk.travel(pilot, "ADOPTED");
            assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
            assertThat(walk.people()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(path.subList(0, path.indexOf("planRings") + 1)).hasSizeLessThanOrEqualTo(8);
            walk.people()
                    .values()
                    .forEach(person -> assertThat(person.problems()).isEmpty());
        }
    }

    /** The login page of the embedded default. */
    private final class DemoDoor implements Walk.Door {

        private int entered;

        /** Every other person has a phone. */
        @Override
        public Browser enter(String person) {
            Browser window = entered++ % 2 == 0 ? Browser.desktop(port) : Browser.phone(port);
            return window.signIn(person);
        }

        @Override
        public void enterAgain(Browser browser, String person) {
            throw new AssertionError("Nobody is asked twice here");
        }

        @Override
        public String person(String id) {
            return id;
        }
    }
}
