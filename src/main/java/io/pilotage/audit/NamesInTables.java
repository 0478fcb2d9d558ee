package io.pilotage.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Names in the free text of all tables of the product beside the trail, whatever module they belong to: what people wrote
 * there stays, and in place of the name stands {@value Spellings#LEFT_OUT}. Tables whose rows never change are left.
 */
@Repository
class NamesInTables {

    /** Codes and ids are shorter; so are the ids of persons, which name nobody without the directory. */
    private static final int SHORTEST_TEXT = 200;

    private static final Set<Integer> TEXTS =
            Set.of(Types.VARCHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.CLOB);

    /** The engine's and the sessions' tables have a term of their own, the trail its own way; the rest are codes and the directory. */
    private static final List<String> OTHERS =
            List.of("act_", "flyway_", "spring_session", "trail_", "import_mapping", "person_name", "roles_lost");

    /** Results are judged against these, letter by letter; forms ask for no person there. */
    private static final Set<String> JUDGED_AGAINST =
            Set.of("watched_limit", "agreed_criterion", "kill_defence_limit", "measured_criterion", "drift_sign");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Set<String> left = neverChanged();

    NamesInTables(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** A column of free text. */
    private record Column(String table, String name) {}

    /** How many texts hold one of the spellings. */
    int count(Spellings spellings) {
        return columns().stream()
                .mapToInt(column -> naming(column, spellings).size())
                .sum();
    }

    /** Takes the name out of each of these texts, in the caller's transaction. @return how many there were */
    int leaveOut(Spellings spellings) {
        int texts = 0;
        for (Column column : columns()) {
            List<String> naming = naming(column, spellings);
            texts += naming.size();
            for (String text : Set.copyOf(naming)) {
                jdbc.sql("update " + column.table() + " set " + column.name() + " = ? where " + column.name() + " = ?")
                        .params(spellings.leftOutOf(text), text)
                        .update();
            }
        }
        return texts;
    }

    /** Every table that is looked through, in the order of their names. */
    Set<String> tables() {
        return columns().stream().map(Column::table).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the database one may stand within a word; what counts are whole words. */
    private List<String> naming(Column column, Spellings spellings) {
        String holds = Stream.generate(() -> "locate(lower(?), lower(" + column.name() + ")) > 0")
                .limit(spellings.all().size())
                .collect(Collectors.joining(" or "));
        return jdbc
                .sql("select " + column.name() + " from " + column.table() + " where " + holds)
                .params(spellings.all())
                .query(String.class)
                .list()
                .stream()
                .filter(spellings::standIn)
                .toList();
    }

    private List<Column> columns() {
        List<Column> columns = template.execute((ConnectionCallback<List<Column>>) this::columns);
        return columns == null ? List.of() : columns;
    }

    private List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet all =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (all.next()) {
                String table = all.getString("TABLE_NAME");
                String plain = table.toLowerCase(Locale.ROOT);
                if (TEXTS.contains(all.getInt("DATA_TYPE"))
                        && all.getInt("COLUMN_SIZE") >= SHORTEST_TEXT
                        && !left.contains(plain)
                        && !JUDGED_AGAINST.contains(plain)
                        && OTHERS.stream().noneMatch(plain::startsWith)) {
                    columns.add(new Column(plain, all.getString("COLUMN_NAME")));
                }
            }
        }
        return columns;
    }

    private static Set<String> neverChanged() {
        try {
            return new ClassPathResource("db/append-only.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
