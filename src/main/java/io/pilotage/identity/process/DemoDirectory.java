package io.pilotage.identity.process;

import io.pilotage.identity.DemoUser;
import io.pilotage.identity.DemoUsers;
import io.pilotage.identity.Role;
import io.pilotage.identity.WithoutKeycloak;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes the demo users and the groups of all roles into the engine's own identity tables at first start. */
@Component
@ConditionalOnProperty("pilotage.demo")
@WithoutKeycloak
class DemoDirectory implements SmartInitializingSingleton {

    private final IdentityService identity;
    private final DemoUsers users;

    DemoDirectory(IdentityService identity, DemoUsers users) {
        this.identity = identity;
        this.users = users;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> groups =
                identity.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        for (Role role : Role.values()) {
            if (!groups.contains(role.group())) {
                Group group = identity.newGroup(role.group());
                group.setName(role.group());
                group.setType("role");
                identity.saveGroup(group);
            }
        }
        Set<String> people =
                identity.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
        users.all().stream().filter(user -> !people.contains(user.id())).forEach(this::write);
        if (!groups.contains(Groups.OPERATON_ADMIN)) {
            closeSetup();
        }
    }

    private void write(DemoUser demo) {
        User user = identity.newUser(demo.id());
        int split = demo.name().lastIndexOf(' ');
        user.setFirstName(demo.name().substring(0, split));
        user.setLastName(demo.name().substring(split + 1));
        user.setEmail(demo.id() + "@demo.invalid");
        user.setPassword(DemoUsers.PASSWORD);
        identity.saveUser(user);
        demo.roles().forEach(role -> identity.createMembership(demo.id(), role));
    }

    /**
     * The engine's web applications lead every visitor to a set-up page while their own administrators' group has no
     * member. The group may do nothing: what administrators may do is granted to their role.
     */
    private void closeSetup() {
        Group group = identity.newGroup(Groups.OPERATON_ADMIN);
        group.setName("Closes the set-up page");
        group.setType("system");
        identity.saveGroup(group);
        identity.createMembership(Role.PROCESS_ADMIN.group(), Groups.OPERATON_ADMIN);
    }
}
