package io.pilotage.pilot.retirement;

import io.pilotage.identity.People;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a retirement, one after the other, until the file is closed. */
@Service
@Transactional
public class RetirementManagement {

    private final Retirements retirements;
    private final PilotManagement pilots;
    private final People people;
    private final Clock clock;

    RetirementManagement(Retirements retirements, PilotManagement pilots, People people, Clock clock) {
        this.retirements = retirements;
        this.pilots = pilots;
        this.people = people;
        this.clock = clock;
    }

    public void findDependents(String pilotKey, List<Retirement.Dependent> dependents, String contracts) {
        dependents.forEach(dependent -> mustExist(dependent.owner()));
        change(pilotKey, retirement -> retirement.findDependents(dependents, contracts));
    }

    /** Keeps the way back. @throws Refused when its rehearsal or the notice to users lies in the future */
    public void restore(String pilotKey, Fallback fallback, LocalDate today) {
        if (fallback.rehearsedOn().isAfter(today) || fallback.usersInformedOn().isAfter(today)) {
            throw new Refused("pilot.retirement.notYet");
        }
        change(pilotKey, retirement -> retirement.restore(fallback));
    }

    /** Keeps what is switched off. @throws Refused when it is too early or records are kept too short */
    public void switchOff(String pilotKey, SwitchOff off) {
        mustExist(off.recordsOwner());
        change(pilotKey, retirement -> retirement.switchOff(off));
    }

    public void state(String pilotKey, FinalValue value) {
        change(pilotKey, retirement -> retirement.state(value));
    }

    public void closeRegister(String pilotKey, String handedOver, @Nullable String reusable) {
        change(pilotKey, retirement -> retirement.closeRegister(handedOver, reusable));
    }

    /** Closes the file; a case that has ended otherwise meanwhile stays as it is. */
    public void complete(String pilotKey) {
        change(pilotKey, retirement -> retirement.complete(clock.instant()));
        if (!pilots.get(pilotKey).status().isFinal()) {
            pilots.become(pilotKey, PilotStatus.RETIRED, null, null);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Retirement> of(String pilotKey) {
        return retirements.findById(pilotKey);
    }

    private void change(String pilotKey, Consumer<Retirement> change) {
        Retirement retirement = of(pilotKey).orElseGet(() -> new Retirement(pilotKey));
        change.accept(retirement);
        retirements.save(retirement);
    }

    private void mustExist(String person) {
        if (people.find(person).isEmpty()) {
            throw new Refused("workflow.person.unknown", person);
        }
    }
}
