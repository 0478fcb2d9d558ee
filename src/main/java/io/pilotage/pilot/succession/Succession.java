package io.pilotage.pilot.succession;

import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.Accountability;
import io.pilotage.pilot.AccountabilityAccepted;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.PilotStatusChanged;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.succession.Vacancy.Outcome;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody accountable is gone: the deputy acts at once, a successor accepts, or the superior owns. */
@Service
@Transactional
public class Succession {

    private final Vacancies vacancies;
    private final AccountabilityManagement accountabilities;
    private final PilotManagement pilots;
    private final Journeys journeys;
    private final Clock clock;

    Succession(
            Vacancies vacancies,
            AccountabilityManagement accountabilities,
            PilotManagement pilots,
            Journeys journeys,
            Clock clock) {
        this.vacancies = vacancies;
        this.accountabilities = accountabilities;
        this.pilots = pilots;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** The person is gone altogether: every role held on a case that is not over becomes vacant. */
    public void personLeft(String person) {
        accountabilities.heldBy(person).forEach(held -> open(held.pilotKey(), held.roleGroup(), person));
    }

    /**
     * The person no longer answers for the role on the case.
     *
     * @param role group of the role
     * @return false when the person does not hold it, when a successor is sought already, or when the case is over
     */
    public boolean open(String pilotKey, String role, String person) {
        Optional<Accountability> held = accountabilities.of(pilotKey, role);
        if (pilots.get(pilotKey).status().isFinal()
                || held.map(Accountability::person).filter(person::equals).isEmpty()
                || current(pilotKey, role).isPresent()) {
            return false;
        }
        vacancies.save(Vacancy.left(pilotKey, role, person, held.get().deputy(), clock.instant()));
        accountabilities.vacate(pilotKey, role, TrailEntry.PRODUCT);
        journeys.start("accountablePersonLeft", pilotKey, Map.of("role", role, "person", person));
        return true;
    }

    /** Names a successor, who is asked. @throws Refused when it is the one who left or the one who proposes */
    public void propose(String pilotKey, String role, String successor, String why, String handover, String by) {
        Vacancy vacancy = get(pilotKey, role);
        if (successor.equals(by)) {
            throw new Refused("pilot.succession.yourself");
        }
        if (successor.equals(vacancy.person())) {
            throw new Refused("pilot.succession.whoLeft", successor);
        }
        vacancy.propose(successor, why, handover, by);
        vacancies.save(vacancy);
        String deputy = successor.equals(vacancy.deputy()) ? null : vacancy.deputy();
        accountabilities.name(pilotKey, role, successor, deputy, superiorOf(pilotKey, role), by);
    }

    /** The proposed person says yes. @throws Refused when somebody else answers */
    public void accept(String pilotKey, String role, @Nullable String deputy, String by) {
        Vacancy vacancy = asked(pilotKey, role, by);
        vacancy.accept(deputy);
        vacancies.save(vacancy);
    }

    /** The proposed person says no; the role is vacant again. @throws Refused when somebody else answers */
    public void decline(String pilotKey, String role, String by) {
        Vacancy vacancy = asked(pilotKey, role, by);
        vacancy.decline();
        vacancies.save(vacancy);
        accountabilities.name(pilotKey, role, null, vacancy.deputy(), superiorOf(pilotKey, role), by);
    }

    /** The successor answers for the role from now on; a case that was suspended for want of an owner goes on. */
    public void transfer(String pilotKey, String role) {
        Vacancy vacancy = get(pilotKey, role);
        String successor = Objects.requireNonNull(vacancy.proposed());
        String deputy = vacancy.nextDeputy() != null
                ? vacancy.nextDeputy()
                : accountabilities
                        .of(pilotKey, role)
                        .map(Accountability::deputy)
                        .orElse(null);
        accountabilities.name(pilotKey, role, successor, deputy, superiorOf(pilotKey, role), successor);
        accountabilities.accept(pilotKey, role, successor);
        close(vacancy, Outcome.ACCEPTED);
    }

    /** Nobody was found in time: the superior owns; without one, a pilot in production is suspended. */
    public void fallToSuperior(String pilotKey, String role) {
        Vacancy vacancy = get(pilotKey, role);
        String superior = superiorOf(pilotKey, role);
        if (superior != null) {
            accountabilities.fallTo(pilotKey, role, superior);
            close(vacancy, Outcome.SUPERIOR);
            return;
        }
        accountabilities.vacate(pilotKey, role, TrailEntry.PRODUCT);
        Pilot pilot = pilots.get(pilotKey);
        if (pilot.phase() == Phase.ADOPTION_MEASUREMENT && !pilot.status().isFinal()) {
            vacancy.suspends(pilot.status());
            pilots.become(pilotKey, PilotStatus.SUSPENDED, StallReason.OWNERSHIP, null);
        }
        close(vacancy, Outcome.NOBODY);
    }

    /** Somebody answers for a role again: a case that was suspended goes on once no vacancy suspends it any more. */
    @EventListener
    public void resume(AccountabilityAccepted accepted) {
        List<Vacancy> suspending = of(accepted.pilotKey()).stream()
                .filter(vacancy -> vacancy.suspendedFrom() != null)
                .toList();
        suspending.stream()
                .filter(vacancy -> vacancy.roleGroup().equals(accepted.role()))
                .forEach(vacancy -> {
                    PilotStatus before = Objects.requireNonNull(vacancy.suspendedFrom());
                    vacancy.releases();
                    vacancies.save(vacancy);
                    goOn(accepted.pilotKey(), before, suspending);
                });
    }

    /** The first vacancy found the case in use and the others found it suspended: its status is what is returned to. */
    private void goOn(String pilotKey, PilotStatus before, List<Vacancy> suspending) {
        Optional<Vacancy> other = suspending.stream()
                .filter(vacancy -> vacancy.suspendedFrom() != null)
                .findFirst();
        if (other.isEmpty() && pilots.get(pilotKey).status() == PilotStatus.SUSPENDED) {
            pilots.become(pilotKey, before, null, null);
        } else if (before != PilotStatus.SUSPENDED) {
            other.ifPresent(vacancy -> {
                vacancy.suspends(before);
                vacancies.save(vacancy);
            });
        }
    }

    /** Nobody is sought for a case that is over. */
    @EventListener
    public void lapse(PilotStatusChanged changed) {
        if (changed.status().isFinal()) {
            of(changed.pilotKey()).stream().filter(Vacancy::isOpen).forEach(vacancy -> close(vacancy, Outcome.LAPSED));
        }
    }

    /** The role for which somebody is sought now, if it is. */
    @Transactional(readOnly = true)
    public Optional<Vacancy> current(String pilotKey, String role) {
        return of(pilotKey).stream()
                .filter(vacancy -> vacancy.roleGroup().equals(role) && vacancy.isOpen())
                .findFirst();
    }

    /** Every role on the case that was ever left, newest first. */
    @Transactional(readOnly = true)
    public List<Vacancy> of(String pilotKey) {
        return vacancies.findByPilotKeyOrderBySinceDesc(pilotKey);
    }

    private void close(Vacancy vacancy, Outcome outcome) {
        vacancy.close(outcome, clock.instant());
        vacancies.save(vacancy);
    }

    private Vacancy asked(String pilotKey, String role, String by) {
        Vacancy vacancy = get(pilotKey, role);
        if (!by.equals(vacancy.proposed())) {
            throw new Refused("pilot.succession.notAsked");
        }
        return vacancy;
    }

    private Vacancy get(String pilotKey, String role) {
        return current(pilotKey, role).orElseThrow(() -> new Refused("pilot.succession.notVacant", Word.role(role)));
    }

    private @Nullable String superiorOf(String pilotKey, String role) {
        return accountabilities.of(pilotKey, role).map(Accountability::superior).orElse(null);
    }
}
