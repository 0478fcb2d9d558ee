package io.pilotage.identity.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.identity.Role;
import io.pilotage.identity.WithKeycloak;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks Keycloak for people and their roles; nothing is remembered here. */
@Component
@WithKeycloak
public class Keycloak {

    private static final int PAGE = 200;

    private final DirectoryCalls calls;

    Keycloak(DirectoryCalls calls) {
        this.calls = calls;
    }

    /** Whether people can sign in now. */
    public boolean answers() {
        return calls.realmAnswers();
    }

    /** The person with this id, or empty when there is none or they are locked. @throws KeycloakAway */
    Optional<Entry> person(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            return Optional.empty();
        }
        Optional<JsonNode> found = calls.get("/users/" + id);
        if (found.isEmpty() && calls.get("/users/count").isEmpty()) {
            // A realm that is not there, after a restore for example, knows nobody; that takes nobody's roles away.
            throw new KeycloakAway("Keycloak has no such realm");
        }
        Optional<JsonNode> user = found.filter(Keycloak::isEnabled);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (user.isPresent()) {
            calls.get("/users/" + id + "/groups?briefRepresentation=true&max=1000")
                    .ifPresent(groups -> groups.forEach(group -> role(group).ifPresent(roles::add)));
        }
        return user.map(known -> entry(known, roles));
    }

    /**
     * Everybody who holds a role, by id.
     *
     * @throws KeycloakAway also when the group of a role is missing, because nobody may lose a role by a renamed group
     */
    Map<String, Entry> everybody() {
        Map<String, Entry> people = new HashMap<>();
        groups().forEach((role, group) -> {
            int found = PAGE;
            for (int first = 0; found == PAGE; first += PAGE) {
                JsonNode members = calls.get("/groups/" + group + "/members?briefRepresentation=true&first=" + first
                                + "&max=" + PAGE)
                        .orElseThrow(() -> new KeycloakAway("The group of role " + role.group() + " is gone"));
                found = members.size();
                members.forEach(user -> {
                    if (isEnabled(user)) {
                        people.computeIfAbsent(user.path("id").asText(), id -> entry(user, EnumSet.noneOf(Role.class)))
                                .roles()
                                .add(role);
                    }
                });
            }
        });
        return people;
    }

    private Map<Role, String> groups() {
        Map<Role, String> ids = new EnumMap<>(Role.class);
        calls.get("/groups?briefRepresentation=true&max=1000")
                .ifPresent(groups -> groups.forEach(group -> role(group)
                        .ifPresent(role -> ids.put(role, group.path("id").asText()))));
        for (Role role : Role.values()) {
            if (!ids.containsKey(role)) {
                throw new KeycloakAway("The realm has no group '" + role.group() + "'. Create it, or import"
                        + " docker/keycloak/realm.json; until then no change of roles is taken over");
            }
        }
        return ids;
    }

    /**
     * The role that a group stands for. A group below another one may be called like a role, and is none: whoever looks
     * after a part of the realm gives no role by it.
     */
    private static Optional<Role> role(JsonNode group) {
        String name = group.path("name").asText();
        return group.path("path").asText().equals("/" + name) ? Role.ofGroup(name) : Optional.empty();
    }

    private static boolean isEnabled(JsonNode user) {
        return user.path("enabled").asBoolean();
    }

    private static Entry entry(JsonNode user, Set<Role> roles) {
        String first = user.path("firstName").asText("");
        String last = user.path("lastName").asText("");
        return new Entry(
                user.path("id").asText(),
                first,
                (first + last).isBlank() ? user.path("username").asText() : last,
                user.path("email").asText(null),
                roles);
    }
}
