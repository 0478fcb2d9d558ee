package io.pilotage.identity.keycloak;

import io.pilotage.identity.Role;
import io.pilotage.identity.RolesLost;
import io.pilotage.identity.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What all nodes know of the copy: when it was last compared, by whom next, and whose lost roles are still to settle. */
@Repository
@WithKeycloak
class DirectoryBook {

    private final JdbcClient jdbc;

    DirectoryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this node is the one to compare now; others keep away for the given time. */
    boolean claims(Instant now, Duration time) {
        return jdbc.sql("update directory_comparison set claimed_until = ? where id = 1 and claimed_until <= ?")
                        .params(utc(now.plus(time)), utc(now))
                        .update()
                == 1;
    }

    /** One change of the copy at a time, on whatever node. */
    void lock() {
        jdbc.sql("select id from directory_comparison where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    void compared(Instant at) {
        jdbc.sql("update directory_comparison set compared_at = ? where id = 1")
                .param(utc(at))
                .update();
    }

    /** When everybody was last compared with Keycloak. */
    Instant comparedAt() {
        return jdbc.sql("select compared_at from directory_comparison where id = 1")
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    /** Keeps the name for what the person did, also after they are gone, and counts that Keycloak's word was taken over. */
    void remember(String id, String name) {
        jdbc.sql("insert into person_name (id, name, taken) values (?, ?, 1)"
                        + " on duplicate key update name = ?, taken = taken + 1")
                .params(id, name, name)
                .update();
    }

    /** Counts that Keycloak's word was taken over: that the person is gone. */
    void rememberGone(String id) {
        jdbc.sql("update person_name set taken = taken + 1 where id = ?")
                .param(id)
                .update();
    }

    /** How often Keycloak's word about a person was taken over; 0 for somebody new. */
    long taken(String id) {
        return jdbc.sql("select taken from person_name where id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The same for everybody, by id; somebody new is not in it. */
    Map<String, Long> taken() {
        Map<String, Long> taken = new HashMap<>();
        jdbc.sql("select id, taken from person_name").query(row -> {
            taken.put(row.getString(1), row.getLong(2));
        });
        return taken;
    }

    void lost(RolesLost lost, Instant at) {
        String roles = lost.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        jdbc.sql("insert into roles_lost (person, roles, gone, noted_at) values (?, ?, ?, ?)")
                .params(lost.person(), roles, lost.gone(), utc(at))
                .update();
    }

    List<Loss> losses() {
        return jdbc.sql("select id, person, roles, gone from roles_lost order by id limit 200")
                .query((row, number) -> new Loss(
                        row.getLong("id"),
                        new RolesLost(
                                row.getString("person"),
                                Arrays.stream(row.getString("roles").split(","))
                                        .map(Role::valueOf)
                                        .collect(Collectors.toSet()),
                                row.getBoolean("gone"))))
                .list();
    }

    /** Whether the loss was still there, so that it is settled once. */
    boolean settles(Loss loss) {
        return jdbc.sql("delete from roles_lost where id = ?").param(loss.id()).update() == 1;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** Roles that somebody lost, and nobody has looked yet what they answered for. */
    record Loss(long id, RolesLost lost) {}
}
