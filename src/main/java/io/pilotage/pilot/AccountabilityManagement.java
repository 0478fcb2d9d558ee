package io.pilotage.pilot;

import io.pilotage.audit.Personal;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.ActingRole;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for what on a case: name, accept, vacate. */
@Service
@Transactional
public class AccountabilityManagement {

    private final Accountabilities accountabilities;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountabilityManagement(
            Accountabilities accountabilities,
            People people,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accountabilities = accountabilities;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** Names a person for a role, keeping deputy and superior. @throws Refused when the person does not hold the role */
    public void name(String pilotKey, String role, String person) {
        Optional<Accountability> now = of(pilotKey, role);
        name(
                pilotKey,
                role,
                person,
                now.map(Accountability::deputy).orElse(null),
                now.map(Accountability::superior).orElse(null),
                TrailEntry.PRODUCT);
    }

    /**
     * Names person, deputy and superior for a role; a null person makes the role vacant.
     *
     * @param actor who names them
     * <p>A superior may answer for a role they do not hold: when nobody else does, it falls to them.
     *
     * @throws Refused when somebody is unknown or does not hold the role, or when person and deputy are the same
     */
    public void name(
            String pilotKey,
            String role,
            @Nullable String person,
            @Nullable String deputy,
            @Nullable String superior,
            String actor) {
        Role known = Role.ofGroup(role).orElseThrow(() -> FieldsRefused.of("role", "pilot.role.unknown", role));
        Accountability accountability = of(pilotKey, role).orElseGet(() -> Accountability.vacant(pilotKey, known));
        if (person == null || !person.equals(accountability.superior())) {
            mustHold("person", person, known);
        }
        mustHold("deputy", deputy, known);
        mustExist("superior", superior);
        if (person != null && person.equals(deputy)) {
            throw FieldsRefused.of("deputy", "pilot.accountability.ownDeputy");
        }
        String before = accountability.person();
        Map<String, Object> beside = Map.of(
                "deputy", change(accountability.deputy(), deputy),
                "superior", change(accountability.superior(), superior));
        accountability.name(person, deputy, superior);
        accountabilities.save(accountability);
        record(pilotKey, actor, role, before, person, beside);
    }

    /** The named person accepts to answer for the role. @throws Refused when somebody else is named */
    public void accept(String pilotKey, String role, String person) {
        Accountability accountability =
                of(pilotKey, role).orElseThrow(() -> new Refused("pilot.accountability.notYours", Word.role(role)));
        accountability.accept(person, clock.instant());
        accountabilities.save(accountability);
        record(pilotKey, person, role, person, person);
        events.publishEvent(new AccountabilityAccepted(pilotKey, role, person));
    }

    /** Whoever does the role's work first on a case answers for it, when nobody else is named (rule 2 of the journey). */
    public void acceptByDoing(String pilotKey, String role, String person) {
        Role known = Role.ofGroup(role).orElse(null);
        if (known == null || people.find(person).filter(p -> p.holds(known)).isEmpty()) {
            return;
        }
        Accountability accountability = of(pilotKey, role).orElseGet(() -> Accountability.vacant(pilotKey, known));
        if (accountability.person() == null) {
            accountability.name(person, accountability.deputy(), accountability.superior());
        }
        if (person.equals(accountability.person()) && !accountability.isAccepted()) {
            accountability.accept(person, clock.instant());
            accountabilities.save(accountability);
            record(pilotKey, person, role, null, person);
            events.publishEvent(new AccountabilityAccepted(pilotKey, role, person));
        }
    }

    /** The superior answers for the role by rule, because nobody else does, whether holding it or not. */
    public void fallTo(String pilotKey, String role, String superior) {
        of(pilotKey, role).ifPresent(accountability -> {
            String before = accountability.person();
            accountability.name(superior, accountability.deputy(), superior);
            accountability.accept(superior, clock.instant());
            accountabilities.save(accountability);
            record(pilotKey, TrailEntry.PRODUCT, role, before, superior);
            events.publishEvent(new AccountabilityAccepted(pilotKey, role, superior));
        });
    }

    /** Nobody answers for the role any more. */
    public void vacate(String pilotKey, String role, String actor) {
        of(pilotKey, role).ifPresent(accountability -> {
            String before = accountability.person();
            accountability.vacate();
            accountabilities.save(accountability);
            record(pilotKey, actor, role, before, null);
        });
    }

    @Transactional(readOnly = true)
    public Optional<Accountability> of(String pilotKey, String role) {
        return accountabilities.findByPilotKeyAndRoleGroup(pilotKey, role);
    }

    @Transactional(readOnly = true)
    public List<Accountability> of(String pilotKey) {
        return accountabilities.findByPilotKeyOrderByRoleGroup(pilotKey);
    }

    /** Everything a person answers for, over all cases. */
    @Transactional(readOnly = true)
    public List<Accountability> heldBy(String person) {
        return accountabilities.findByPerson(person);
    }

    private void mustHold(String field, @Nullable String person, Role role) {
        if (person != null && people.find(person).filter(p -> p.holds(role)).isEmpty()) {
            throw FieldsRefused.of(field, "pilot.accountability.notInRole", person, Word.role(role.group()));
        }
    }

    private void mustExist(String field, @Nullable String person) {
        if (person != null && people.find(person).isEmpty()) {
            throw FieldsRefused.of(field, "workflow.person.unknown", person);
        }
    }

    /** Who names others does so as the office or the chair, or in a role of their own. */
    private @Nullable String roleOf(String actor) {
        return people.find(actor)
                .map(known ->
                        ActingRole.among(known.roles().stream().map(Role::group).toList()))
                .orElse(null);
    }

    private static Map<String, Object> change(@Nullable String before, @Nullable String after) {
        return Map.of("before", person(before), "after", person(after));
    }

    private static Personal person(@Nullable String id) {
        return Personal.person(id == null ? "" : id);
    }

    private void record(String pilotKey, String actor, String role, @Nullable String before, @Nullable String after) {
        record(pilotKey, actor, role, before, after, Map.of());
    }

    private void record(
            String pilotKey,
            String actor,
            String role,
            @Nullable String before,
            @Nullable String after,
            Map<String, Object> beside) {
        trail.append(TrailEntry.of(pilotKey, clock.instant(), actor, "accountabilityChanged")
                .as(actor.equals(after) ? role : roleOf(actor), null)
                .argument("role", role)
                .person("before", before)
                .person("after", after)
                .details(beside)
                .build());
    }
}
