package io.pilotage.identity.process;

import io.pilotage.identity.InProductsName;
import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.RememberedNames;
import io.pilotage.identity.Role;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.User;
import org.operaton.bpm.engine.identity.UserQuery;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** People and roles as the engine's own tables have them; with Keycloak these hold a copy of its people. */
@Component
class EnginePeople implements People {

    private final ObjectProvider<IdentityService> identity;
    private final RememberedNames remembered;

    EnginePeople(ObjectProvider<IdentityService> identity, RememberedNames remembered) {
        this.identity = identity;
        this.remembered = remembered;
    }

    @Override
    public Optional<Person> find(String id) {
        return asProduct(service -> Optional.ofNullable(
                        service.createUserQuery().userId(id).singleResult())
                .map(user -> person(service, user)));
    }

    @Override
    public List<Person> holding(Role role) {
        return asProduct(service ->
                service.createUserQuery().memberOfGroup(role.group()).orderByUserLastName().asc().list().stream()
                        .map(user -> person(service, user))
                        .toList());
    }

    @Override
    public Map<String, String> names(Role role) {
        return asProduct(service -> names(service.createUserQuery().memberOfGroup(role.group())));
    }

    @Override
    public Map<String, String> names() {
        return asProduct(service -> names(service.createUserQuery()));
    }

    /** Two people of one name are told apart by their mail address. */
    private static Map<String, String> names(UserQuery query) {
        List<User> users = query.orderByUserLastName().asc().list();
        Map<String, Long> often =
                users.stream().collect(Collectors.groupingBy(EnginePeople::name, Collectors.counting()));
        Map<String, String> names = new LinkedHashMap<>();
        users.stream()
                .sorted(Comparator.comparing(EnginePeople::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(user -> names.put(
                        user.getId(),
                        often.getOrDefault(name(user), 1L) == 1
                                ? name(user)
                                : name(user) + " (" + Objects.requireNonNullElse(user.getEmail(), user.getId()) + ")"));
        return names;
    }

    @Override
    public String nameOf(String id) {
        return find(id).map(Person::name).or(() -> remembered.of(id)).orElse(id);
    }

    private static Person person(IdentityService service, User user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Group group : service.createGroupQuery().groupMember(user.getId()).list()) {
            Role.ofGroup(group.getId()).ifPresent(roles::add);
        }
        return new Person(user.getId(), name(user), user.getEmail(), roles);
    }

    private static String name(User user) {
        String name = (Objects.requireNonNullElse(user.getFirstName(), "") + " "
                        + Objects.requireNonNullElse(user.getLastName(), ""))
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }

    private <T> T asProduct(java.util.function.Function<IdentityService, T> question) {
        IdentityService service = identity.getObject();
        Authentication person = service.getCurrentAuthentication();
        service.clearAuthentication();
        try {
            return InProductsName.call(() -> question.apply(service));
        } finally {
            if (person != null) {
                service.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }
}
