package io.pilotage.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the running user write rows, table by table: what must never change afterwards, it may only add to. The tables
 * that are only added to stand in {@code db/append-only.txt}.
 */
@Component
class RowGrants {

    private static final Logger LOG = LoggerFactory.getLogger(RowGrants.class);

    /** Flyway's own; whoever runs only reads there. */
    private static final String FLYWAY = "flyway_schema_history";

    private static final Set<String> ANY_ROW = Set.of("INSERT", "UPDATE", "DELETE");
    private static final Set<String> NEW_ROW = Set.of("INSERT");

    /** Grants what is missing and takes back what is too much. */
    void give(DataSource migrating, DataSource running) {
        JdbcClient admin = JdbcClient.create(migrating);
        JdbcClient user = JdbcClient.create(running);
        String account = user.sql("select current_user()").query(String.class).single();
        String quoted = "'" + account.substring(0, account.lastIndexOf('@')).replace("'", "''") + "'@'"
                + account.substring(account.lastIndexOf('@') + 1).replace("'", "''") + "'";
        Set<String> held = held(user);
        Set<String> appendOnly = appendOnly();
        int changes = 0;
        for (String table : tables(admin)) {
            for (String right : ANY_ROW) {
                boolean due = !table.equals(FLYWAY) && (appendOnly.contains(table) ? NEW_ROW : ANY_ROW).contains(right);
                boolean has = held.contains(table + " " + right);
                if (due != has) {
                    admin.sql((due ? "grant " : "revoke ") + right + " on `" + table + "` " + (due ? "to " : "from ")
                                    + quoted)
                            .update();
                    changes++;
                }
            }
        }
        LOG.info("The running user {} may write rows; {} grants changed", account, changes);
    }

    /** Tables of which rows are added and never changed. */
    static Set<String> appendOnly() {
        try {
            return new ClassPathResource("db/append-only.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(JdbcClient admin) {
        return admin.sql("select table_name from information_schema.tables"
                        + " where table_schema = database() and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
    }

    private static Set<String> held(JdbcClient user) {
        return new HashSet<>(user.sql("select concat(table_name, ' ', privilege_type)"
                        + " from information_schema.table_privileges where table_schema = database()")
                .query(String.class)
                .list());
    }
}
