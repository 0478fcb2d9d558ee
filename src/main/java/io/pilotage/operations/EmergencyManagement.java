package io.pilotage.operations;

import io.pilotage.audit.Personal;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.workflow.CaseDirectory;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.SignatureProof;
import io.pilotage.workflow.SignatureProofs;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way for emergencies: two administrators together put a case back to a step at which it has been. A step that
 * somebody has to decide is never skipped by it, and those who answer for the case, its chair and auditors are told.
 */
@Service
@Transactional
public class EmergencyManagement {

    private final Emergencies emergencies;
    private final CasePlaces places;
    private final CaseDirectory cases;
    private final People people;
    private final SignatureProofs proofs;
    private final Trail trail;
    private final EmergencyMails mails;
    private final Clock clock;

    EmergencyManagement(
            Emergencies emergencies,
            CasePlaces places,
            CaseDirectory cases,
            People people,
            SignatureProofs proofs,
            Trail trail,
            EmergencyMails mails,
            Clock clock) {
        this.emergencies = emergencies;
        this.places = places;
        this.cases = cases;
        this.people = people;
        this.proofs = proofs;
        this.trail = trail;
        this.mails = mails;
        this.clock = clock;
    }

    /** Where the case stands, and where it may go back to. */
    public List<CasePlaces.Place> places(String pilotKey) {
        return places.of(pilotKey);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Emergency> latest(int most) {
        return emergencies.findAllByOrderByAskedAtDesc(PageRequest.of(0, most));
    }

    /**
     * The first of the two: nothing moves yet, and all other administrators are told.
     *
     * @param place id of one of the {@link #places}
     * @param step one of that place's steps
     * @return id under which another administrator confirms
     * @throws Refused when the person is no administrator, the case does not stand there, has not been at the step, or no
     *     reason is given
     */
    public String ask(String pilotKey, String place, String step, String reason, String person) {
        guard(person);
        Emergency asked = emergencies.save(
                Emergency.asked(pilotKey, place(pilotKey, place), step, reason, person, clock.instant()));
        trail.append(entry(asked, person, "emergencyAsked")
                .argument("step", asked.step())
                .words("why", asked.reason())
                .build());
        mails.asked(asked, administratorsBut(person));
        return asked.id();
    }

    /**
     * The second of the two: the case is put back.
     *
     * @throws io.pilotage.workflow.SignatureMissing when the person has not just shown who they are
     * @throws Refused when the person is no administrator or the one who asked, when it is too late or closed, or when the
     *     case has moved meanwhile
     */
    public void confirm(String id, String person) {
        guard(person);
        Emergency asked = find(id);
        asked.confirm(person, clock.instant());
        SignatureProof proof = proofs.take(EmergencySignatures.idOf(asked), person);
        emergencies.save(asked);
        places.putBack(place(asked.pilotKey(), asked.place()), asked.step());
        trail.append(entry(asked, person, "emergencyConfirmed")
                .argument("step", asked.step())
                .person("person", asked.askedBy())
                .argument("why", Personal.words(asked.reason(), asked.askedBy()))
                .argument("means", proof.means())
                .argument("provenAt", proof.at().toString())
                .build());
        mails.done(asked, told(asked.pilotKey()));
    }

    /**
     * Nothing moves: another administrator turns it down, or whoever asked takes it back.
     *
     * @throws Refused when the person is no administrator, or it is closed already
     */
    public void turnDown(String id, String person) {
        guard(person);
        Emergency asked = find(id);
        asked.turnDown(person, clock.instant());
        emergencies.save(asked);
        trail.append(entry(asked, person, "emergencyTurnedDown")
                .person("person", asked.askedBy())
                .build());
    }

    private Emergency find(String id) {
        return emergencies.findById(id).orElseThrow(() -> new Refused("operations.emergency.unknown"));
    }

    private CasePlaces.Place place(String pilotKey, String id) {
        return places.of(pilotKey).stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() -> FieldsRefused.of("way", "operations.emergency.moved"));
    }

    private void guard(String person) {
        if (people.find(person)
                .filter(known -> known.roles().contains(Role.PROCESS_ADMIN))
                .isEmpty()) {
            throw new Refused("operations.emergency.administrators");
        }
    }

    private Set<String> administratorsBut(String person) {
        Set<String> others = new TreeSet<>(ids(Role.PROCESS_ADMIN));
        others.remove(person);
        return others;
    }

    private Set<String> told(String pilotKey) {
        Set<String> told = new TreeSet<>(ids(Role.GOVERNANCE_CHAIR));
        told.addAll(ids(Role.AUDIT_READ));
        cases.accountable(pilotKey, Role.DECISION_OWNER.group())
                .map(CaseDirectory.Accountable::person)
                .filter(Objects::nonNull)
                .ifPresent(told::add);
        return told;
    }

    private List<String> ids(Role role) {
        return people.holding(role).stream().map(Person::id).toList();
    }

    private TrailEntry.Builder entry(Emergency asked, String person, String kind) {
        return TrailEntry.of(asked.pilotKey(), clock.instant(), person, kind)
                .as(Role.PROCESS_ADMIN.group(), null)
                .element(asked.processId(), null, asked.standsAt().get(0));
    }
}
