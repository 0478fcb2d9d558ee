package io.pilotage.identity.process;

import io.pilotage.identity.InProductsName;
import io.pilotage.identity.Role;
import io.pilotage.identity.WithKeycloak;
import io.pilotage.identity.keycloak.DirectoryCopy;
import io.pilotage.identity.keycloak.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.User;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes the copy of Keycloak's people into the engine's own tables; nobody else can, the engine's services read only. */
@Component
@WithKeycloak
class EngineDirectoryCopy implements DirectoryCopy {

    private final ObjectProvider<ProcessEngine> engine;

    EngineDirectoryCopy(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void put(Entry entry) {
        run(command -> {
            DbIdentityServiceProvider tables = new DbIdentityServiceProvider();
            User known = tables.findUserById(entry.id());
            User user = known == null ? tables.createNewUser(entry.id()) : known;
            user.setFirstName(entry.firstName());
            user.setLastName(entry.lastName());
            user.setEmail(entry.email());
            tables.saveUser(user);
            Set<String> held = tables.createGroupQuery(command).groupMember(entry.id()).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toSet());
            Set<String> holds = entry.roles().stream().map(Role::group).collect(Collectors.toSet());
            held.stream()
                    .filter(group -> !holds.contains(group))
                    .forEach(group -> tables.deleteMembership(entry.id(), group));
            holds.stream().filter(group -> !held.contains(group)).forEach(group -> {
                if (tables.findGroupById(group) == null) {
                    Group created = tables.createNewGroup(group);
                    created.setName(group);
                    created.setType("role");
                    tables.saveGroup(created);
                }
                tables.createMembership(entry.id(), group);
            });
            return null;
        });
    }

    @Override
    public void remove(String id) {
        run(command -> new DbIdentityServiceProvider().deleteUser(id));
    }

    @Override
    public Set<String> ids() {
        return run(command -> new DbIdentityServiceProvider()
                .createUserQuery(command).unlimitedList().stream()
                        .map(User::getId)
                        .collect(Collectors.toSet()));
    }

    /** In the product's name, whoever is signed in. */
    private <T> T run(Command<T> command) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return InProductsName.call(() -> configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(command)));
    }
}
