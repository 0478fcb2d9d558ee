package io.pilotage.identity.process;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.notification.Addresses;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail addresses of people, as the identity provider has them. */
@Component
class PersonAddresses implements Addresses {

    private final People people;

    PersonAddresses(People people) {
        this.people = people;
    }

    @Override
    public Optional<String> emailOf(String personId) {
        return people.find(personId).map(Person::email);
    }

    @Override
    public String nameOf(String personId) {
        return people.nameOf(personId);
    }
}
