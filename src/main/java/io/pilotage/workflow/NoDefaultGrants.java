package io.pilotage.workflow;

import org.operaton.bpm.engine.authorization.Permissions;
import org.operaton.bpm.engine.identity.User;
import org.operaton.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.operaton.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.operaton.bpm.engine.task.Task;

/**
 * Writes no grant per task: with one for each assignee and candidate a task query takes seconds. People see tasks by
 * the coarse grants of their groups instead. About themselves they read, and change nothing.
 */
class NoDefaultGrants extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    @Override
    public AuthorizationEntity[] newUser(User user) {
        AuthorizationEntity[] grants = super.newUser(user);
        for (AuthorizationEntity grant : grants) {
            grant.setPermissions(Permissions.READ.getValue());
        }
        return grants;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String after) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String after) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String person, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        return NONE;
    }
}
