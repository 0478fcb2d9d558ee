package io.pilotage.identity;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** In which role somebody acts outside of a task, for the record: one that may do more than its tasks, else the first. */
public final class ActingRole {

    private static final String ROLE = "ROLE_";

    private ActingRole() {}

    /** The group, or null for somebody without a role. */
    public static @Nullable String of(Authentication person) {
        return among(person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .toList());
    }

    /** The one of these groups. */
    public static @Nullable String among(Collection<String> groups) {
        List<Role> privileged = Role.privilegedAmong(groups);
        return privileged.isEmpty()
                ? groups.stream().sorted().findFirst().orElse(null)
                : privileged.get(0).group();
    }
}
