package io.pilotage.roi;

import io.pilotage.identity.People;
import io.pilotage.roi.RoiCondition.Finding;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The points under which a money case was signed: set by signers, closed by the delivery team, watched by date. */
@Service
@Transactional
public class RoiConditionManagement {

    private final RoiConditions conditions;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RoiConditionManagement(RoiConditions conditions, People people, Clock clock, ApplicationEventPublisher events) {
        this.conditions = conditions;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** Notes what a signer asks for; it counts once the gate opens. @throws Refused for a critical point, a passed date or an unknown owner */
    public void propose(String pilotKey, List<Finding> findings, String by, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        int number = conditions.countByPilotKey(pilotKey);
        for (Finding finding : findings) {
            if (finding.severity().equals("critical")) {
                throw new Refused("roi.condition.critical");
            }
            if (finding.due().isBefore(today)) {
                throw new Refused("roi.date.past", finding.due());
            }
            if (people.find(finding.owner()).isEmpty()) {
                throw new Refused("workflow.person.unknown", finding.owner());
            }
            conditions.save(RoiCondition.of(pilotKey, ++number, finding, by));
        }
    }

    /** The gate opened: what the signers asked for counts from now on. */
    void takeEffect(String pilotKey) {
        pending(pilotKey).forEach(condition -> conditions.save(condition.takingEffect()));
        nextDue(pilotKey).ifPresent(due -> events.publishEvent(new RoiConditionsSet(pilotKey, due)));
    }

    /** Signed anew: what was open under the earlier signature counts no more, unless the signers ask for it again. */
    void supersede(String pilotKey, String by, Instant at) {
        open(pilotKey).forEach(condition -> conditions.save(condition.closed(by, RoiCondition.SIGNED_ANEW, null, at)));
    }

    /** The gate did not open: what the signers asked for is void. */
    void discard(String pilotKey) {
        conditions.deleteAll(pending(pilotKey));
    }

    /**
     * Closes one point.
     *
     * @return whether nothing is open any more
     * @throws Refused when there is no such point or it is closed already
     */
    public boolean close(String pilotKey, int number, String how, @Nullable String proof, String by, Instant at) {
        RoiCondition condition = conditions
                .findByPilotKeyAndNumber(pilotKey, number)
                .filter(RoiCondition::inForce)
                .orElseThrow(() -> new Refused("roi.condition.unknown", number));
        conditions.save(condition.closed(by, how, proof, at));
        return open(pilotKey).isEmpty();
    }

    @Transactional(readOnly = true)
    public List<RoiCondition> open(String pilotKey) {
        return conditions.findByPilotKeyOrderByNumber(pilotKey).stream()
                .filter(RoiCondition::isOpen)
                .toList();
    }

    /** The next day on which a point has to be closed, or empty when none is open. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextDue(String pilotKey) {
        return open(pilotKey).stream().map(RoiCondition::due).min(LocalDate::compareTo);
    }

    /** The first point that is open although its day has passed. */
    @Transactional(readOnly = true)
    public Optional<RoiCondition> overdue(String pilotKey) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return open(pilotKey).stream()
                .filter(condition -> condition.isOverdueOn(today))
                .findFirst();
    }

    private List<RoiCondition> pending(String pilotKey) {
        return conditions.findByPilotKeyOrderByNumber(pilotKey).stream()
                .filter(condition -> !condition.inForce())
                .toList();
    }
}

/** Points under which money cases were signed. */
interface RoiConditions extends CrudRepository<RoiCondition, String> {

    int countByPilotKey(String pilotKey);

    Optional<RoiCondition> findByPilotKeyAndNumber(String pilotKey, int number);

    List<RoiCondition> findByPilotKeyOrderByNumber(String pilotKey);
}
