package io.pilotage.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The demo users of the embedded default: two per deciding role, so that separation of duties can be tried, two for
 * administration, because in an emergency it takes both, and one for audit. They exist only with {@code pilotage.demo=true}. All have one password.
 */
@Component
@ConditionalOnProperty("pilotage.demo")
@WithoutKeycloak
public class DemoUsers {

    /** The password of every demo user, shown on the login page. */
    public static final String PASSWORD = "pilotage";

    /** Every demo user, role by role. */
    public List<DemoUser> all() {
        List<DemoUser> users = new ArrayList<>();
        for (Role role : Role.values()) {
            users.add(user(role, 1));
            if (role != Role.AUDIT_READ) {
                users.add(user(role, 2));
            }
        }
        return users;
    }

    private static DemoUser user(Role role, int number) {
        String id = number == 1 ? role.group() : role.group() + "-" + number;
        String title = role.name().charAt(0)
                + role.name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return new DemoUser(
                id,
                title.replace("Bu ", "BU ").replace("It ", "IT ") + " " + (number == 1 ? "A" : "B"),
                List.of(role.group()));
    }
}
