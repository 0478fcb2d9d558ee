package io.pilotage.audit;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.PersonalValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** The tables of the trail; knows how to add and to read, and nothing else. */
@Repository
class TrailEntries {

    private static final String LOCK = "select last_number, last_hash from trail_head where chain = ? for update";

    /** Takes the lock at once; an insert that fails and a lock after it would deadlock two first entries. */
    private static final String BEGIN = """
            insert into trail_head (chain, last_number, last_hash) values (?, 0, ?)
            on duplicate key update last_number = last_number""";

    private static final String INSERT = """
            insert into trail_entry (chain, entry_number, happened_at, kind, phase, element_id, content, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_PERSONAL = """
            insert into trail_personal (chain, entry_number, field, salt, person, personal_value)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String ADVANCE = "update trail_head set last_number = ?, last_hash = ? where chain = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DataSource dataSource;

    TrailEntries(DataSource dataSource) {
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batches);
        this.dataSource = dataSource;
    }

    /** The end of a chain. */
    record Head(long number, String hash) {}

    Set<String> actorsOf(String chain, String kind, String elementId) {
        return Set.copyOf(
                jdbc.sql("""
                select distinct p.person from trail_entry e join trail_personal p
                on p.chain = e.chain and p.entry_number = e.entry_number and p.field = 'actor'
                where e.chain = ? and e.kind = ? and e.element_id = ?""").params(chain, kind, elementId).query(String.class).list());
    }

    Optional<String> lastActorOf(String chain, String kind, String elementId) {
        return jdbc.sql("""
                select p.person from trail_entry e join trail_personal p
                on p.chain = e.chain and p.entry_number = e.entry_number and p.field = 'actor'
                where e.chain = ? and e.kind = ? and e.element_id = ?
                order by e.entry_number desc limit 1""").params(chain, kind, elementId).query(String.class).optional();
    }

    List<String> actorsOf(String chain) {
        return jdbc.sql("select distinct person from trail_personal where chain = ? and field = 'actor'"
                        + " order by person")
                .param(chain)
                .query(String.class)
                .list();
    }

    long append(TrailEntry entry) {
        Head head = hold(entry.chain());
        EntryContent.Written written = EntryContent.of(entry, head.number() + 1, head.hash());
        ChainEntry link = written.entry();
        jdbc.sql(INSERT)
                .params(
                        link.chain(),
                        link.number(),
                        LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                        entry.kind(),
                        entry.phase(),
                        entry.elementId(),
                        link.content(),
                        link.hash())
                .update();
        if (!written.heldApart().isEmpty()) {
            batches.batchUpdate(
                    INSERT_PERSONAL,
                    written.heldApart().stream()
                            .map(apart -> new Object[] {
                                link.chain(),
                                link.number(),
                                apart.value().field(),
                                apart.value().salt(),
                                apart.person(),
                                apart.value().value()
                            })
                            .toList());
        }
        jdbc.sql(ADVANCE).params(link.number(), link.hash(), link.chain()).update();
        return link.number();
    }

    Optional<RecordedEntry> find(String chain, long number) {
        return whole(
                        chain,
                        jdbc.sql("select chain, entry_number, content, hash from trail_entry"
                                        + " where chain = ? and entry_number = ?")
                                .params(chain, number)
                                .query((row, index) -> new ChainEntry(
                                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                                .list())
                .stream()
                .findFirst();
    }

    List<PersonalValue> personal(String chain, long number) {
        return jdbc.sql("select field, salt, personal_value from trail_personal where chain = ? and entry_number = ?")
                .params(chain, number)
                .query((row, index) -> new PersonalValue(row.getString(1), row.getString(2), row.getString(3)))
                .list();
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

    Slice<RecordedEntry> find(String chain, TrailFilter filter, Pageable page) {
        var where = new StringBuilder("e.chain = ?");
        List<Object> values = new ArrayList<>(List.of(chain));
        if (!filter.kinds().isEmpty()) {
            where.append(
                    filter.kinds().stream().map(kind -> "?").collect(Collectors.joining(",", " and e.kind in (", ")")));
            values.addAll(filter.kinds());
        }
        if (TrailEntry.PRODUCT.equals(filter.actor())) {
            where.append(" and e.content like '{\"actor\":\"" + TrailEntry.PRODUCT + "\",%'");
        } else if (filter.actor() != null) {
            where.append(" and exists (select 1 from trail_personal p where p.chain = e.chain"
                    + " and p.entry_number = e.entry_number and p.field = 'actor' and p.person = ?)");
            values.add(filter.actor());
        }
        if (filter.phase() != null) {
            where.append(" and e.phase = ?");
            values.add(filter.phase());
        }
        if (filter.elementId() != null) {
            where.append(" and e.element_id = ?");
            values.add(filter.elementId());
        }
        values.add(page.getPageSize() + 1);
        values.add(page.getOffset());
        List<ChainEntry> found = jdbc.sql("select e.chain, e.entry_number, e.content, e.hash from trail_entry e where "
                        + where + " order by e.entry_number desc limit ? offset ?")
                .params(values)
                .query((row, number) ->
                        new ChainEntry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
        boolean more = found.size() > page.getPageSize();
        List<ChainEntry> shown = more ? found.subList(0, page.getPageSize()) : found;
        return new SliceImpl<>(whole(chain, shown), page, more);
    }

    private List<RecordedEntry> whole(String chain, List<ChainEntry> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, String>> personal = new HashMap<>();
        jdbc.sql("select entry_number, field, personal_value from trail_personal where chain = ? and entry_number in ("
                        + links.stream().map(link -> "?").collect(Collectors.joining(",")) + ")")
                .param(chain)
                .params(links.stream().map(ChainEntry::number).toList())
                .query(row -> {
                    personal.computeIfAbsent(row.getLong(1), number -> new HashMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return links.stream()
                .map(link -> new RecordedEntry(
                        link.number(),
                        StoredEntry.read(link.content(), personal.getOrDefault(link.number(), Map.of())),
                        link.hash()))
                .toList();
    }

    /** Locks the end of a chain until the transaction is over. */
    Head hold(String chain) {
        return lock(chain).orElseGet(() -> begun(chain));
    }

    private Optional<Head> lock(String chain) {
        return jdbc.sql(LOCK)
                .param(chain)
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional();
    }

    private Head begun(String chain) {
        jdbc.sql(BEGIN).params(chain, ChainEntry.GENESIS).update();
        return lock(chain).orElseThrow();
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // A broken connection keeps nothing either.
        }
    }
}
