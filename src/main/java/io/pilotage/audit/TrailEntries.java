package io.pilotage.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** The table of the trail; knows how to add and to read, and nothing else. */
@Repository
class TrailEntries {

    private static final String NEXT_NUMBER = "update trail_head set last_number = last_number + 1 where pilot_key = ?";

    /** Takes the lock at once; an insert that fails and an update after it would deadlock two first entries. */
    private static final String FIRST_NUMBER = """
            insert into trail_head (pilot_key, last_number) values (?, 1)
            on duplicate key update last_number = last_number + 1""";

    private static final String INSERT = """
            insert into trail_entry (pilot_key, entry_number, happened_at, actor, actor_role, on_behalf_of, kind, phase,
                process_id, model_version, element_id, form_id, form_version, sentence_key, sentence_arguments, details,
                details_hash)
            values (?, (select last_number from trail_head where pilot_key = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?)""";

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    TrailEntries(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    Set<String> actorsOf(String pilotKey, String kind, String elementId) {
        return Set.copyOf(
                jdbc.sql("select distinct actor from trail_entry where pilot_key = ? and kind = ? and element_id = ?")
                        .params(pilotKey, kind, elementId)
                        .query(String.class)
                        .list());
    }

    void append(TrailEntry entry) {
        if (jdbc.sql(NEXT_NUMBER).param(entry.pilotKey()).update() == 0) {
            jdbc.sql(FIRST_NUMBER).param(entry.pilotKey()).update();
        }
        String details = DetailsText.of(entry.details());
        jdbc.sql(INSERT)
                .params(
                        entry.pilotKey(),
                        entry.pilotKey(),
                        LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                        entry.actor(),
                        entry.role(),
                        entry.onBehalfOf(),
                        entry.kind(),
                        entry.phase(),
                        entry.processId(),
                        entry.modelVersion(),
                        entry.elementId(),
                        entry.formId(),
                        entry.formVersion(),
                        entry.sentenceKey(),
                        DetailsText.inOrder(entry.arguments()),
                        details,
                        DetailsText.hash(details))
                .update();
    }

    /**
     * For the moment after a transaction when its connection is still at hand: what is written there belongs to no
     * transaction and must be committed by hand.
     */
    void appendAndCommit(TrailEntry entry) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            append(entry);
            connection.commit();
        } catch (RuntimeException | SQLException e) {
            undo(connection);
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    Slice<RecordedEntry> find(String pilotKey, TrailFilter filter, Pageable page) {
        var where = new StringBuilder("pilot_key = ?");
        List<Object> values = new ArrayList<>(List.of(pilotKey));
        if (!filter.kinds().isEmpty()) {
            where.append(
                    filter.kinds().stream().map(kind -> "?").collect(Collectors.joining(",", " and kind in (", ")")));
            values.addAll(filter.kinds());
        }
        if (filter.actor() != null) {
            where.append(" and actor = ?");
            values.add(filter.actor());
        }
        if (filter.phase() != null) {
            where.append(" and phase = ?");
            values.add(filter.phase());
        }
        if (filter.elementId() != null) {
            where.append(" and element_id = ?");
            values.add(filter.elementId());
        }
        values.add(page.getPageSize() + 1);
        values.add(page.getOffset());
        List<RecordedEntry> found = jdbc.sql(
                        "select * from trail_entry where " + where + " order by entry_number desc limit ? offset ?")
                .params(values)
                .query(TrailEntries::read)
                .list();
        boolean more = found.size() > page.getPageSize();
        return new SliceImpl<>(more ? found.subList(0, page.getPageSize()) : found, page, more);
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // A broken connection keeps nothing either.
        }
    }

    private static RecordedEntry read(ResultSet row, int number) throws SQLException {
        TrailEntry entry = new TrailEntry(
                row.getString("pilot_key"),
                row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("on_behalf_of"),
                row.getString("kind"),
                row.getString("phase"),
                row.getString("process_id"),
                row.getObject("model_version", Integer.class),
                row.getString("element_id"),
                row.getString("form_id"),
                row.getString("form_version"),
                row.getString("sentence_key"),
                DetailsText.read(row.getString("sentence_arguments")),
                DetailsText.read(row.getString("details")));
        return new RecordedEntry(row.getLong("entry_number"), entry, row.getString("details_hash"));
    }
}
