package io.pilotage.pilot.defence.process;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.notification.Announcement;
import io.pilotage.notification.NotificationManagement;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.KillQuestion;
import io.pilotage.workflow.ServiceStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells sponsor and decision owner why the pilot is in question and whether it can still be defended. */
@Component
class AnnounceKillCriterion implements ServiceStep {

    private final KillOrDefend kills;
    private final PilotManagement pilots;
    private final AccountabilityManagement accountabilities;
    private final People people;
    private final NotificationManagement notifications;

    AnnounceKillCriterion(
            KillOrDefend kills,
            PilotManagement pilots,
            AccountabilityManagement accountabilities,
            People people,
            NotificationManagement notifications) {
        this.kills = kills;
        this.pilots = pilots;
        this.accountabilities = accountabilities;
        this.people = people;
        this.notifications = notifications;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        boolean left = kills.mayBeDefended(pilotKey);
        kills.current(pilotKey).ifPresent(question -> tell(pilots.get(pilotKey), question, left));
        String defender = kills.current(pilotKey).map(KillQuestion::defender).orElseGet(() -> Role.BU_SPONSOR.group());
        return Map.of("defenceLeft", left, "isDefended", false, "defenceUpheld", false, "killDefender", defender);
    }

    private void tell(Pilot pilot, KillQuestion question, boolean left) {
        Set<String> concerned = new LinkedHashSet<>();
        for (Role role : List.of(Role.BU_SPONSOR, Role.DECISION_OWNER)) {
            accountabilities
                    .of(pilot.key(), role.group())
                    .map(held -> held.person())
                    .ifPresentOrElse(
                            concerned::add,
                            () -> people.holding(role).stream().map(Person::id).forEach(concerned::add));
        }
        notifications.announce(Announcement.of(left ? "kill.defend" : "kill.stop", "kill " + question.id())
                .to(concerned)
                .naming(pilot.proposal().title(), question.cause().reason())
                .link("/")
                .pilot(pilot.key())
                .build());
    }
}
