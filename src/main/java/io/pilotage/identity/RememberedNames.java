package io.pilotage.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of people that are kept for what they did, also after they are gone from the identity provider. */
@Repository
public class RememberedNames {

    private final JdbcClient jdbc;

    RememberedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param person id of the person */
    public Optional<String> of(String person) {
        return jdbc.sql("select name from person_name where id = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** From now on only the id is shown of a person who is gone. @param person id of the person */
    public void forget(String person) {
        jdbc.sql("delete from person_name where id = ?").param(person).update();
    }
}
