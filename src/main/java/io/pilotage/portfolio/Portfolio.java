package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of pilots: a page of them, all of them one by one, and what is late. */
@Repository
public class Portfolio {

    private static final String WAITING =
            "select d.pilot_key, p.title, i.engine_task_id, coalesce(d.role_group, i.role_group) as role_group, i.assignee,"
                    + " d.due_at, d.level, d.paused_at from task_deadline d join pilot p on p.pilot_key = d.pilot_key"
                    + " left join inbox_task i on i.pilot_key = d.pilot_key"
                    + " and i.process_instance_id = d.process_instance_id and i.task_id = d.task_id"
                    + " and i.role_group = coalesce(d.role_group, i.role_group)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Portfolio(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In which order a list is shown. */
    public enum Order {
        /** Longest in its phase first. */
        WAITING("p.phase_since, p.pilot_key"),
        TITLE("p.title, p.pilot_key"),
        NEWEST("p.phase_since desc, p.pilot_key desc");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    public long count(PortfolioFilter filter) {
        Conditions conditions = Conditions.of(filter, clock.instant());
        return jdbc.sql("select count(*) from pilot p" + conditions.where())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    public List<PortfolioRow> page(PortfolioFilter filter, Order order, int offset, int size) {
        Conditions conditions = Conditions.of(filter, clock.instant());
        return completed(jdbc.sql("select p.* from pilot p" + conditions.where() + " order by " + order.sql + " limit "
                        + size + " offset " + offset)
                .params(conditions.parameters())
                .query(Portfolio::read)
                .list());
    }

    /** Hands over every pilot of the filter, part by part, so that a list of any length needs little memory. */
    public void each(PortfolioFilter filter, Consumer<PortfolioRow> reader) {
        Conditions conditions = Conditions.of(filter, clock.instant());
        String sql =
                "select p.* from pilot p" + conditions.where("p.pilot_key > ?") + " order by p.pilot_key limit 1000";
        String last = "";
        while (true) {
            List<Object> parameters = new ArrayList<>(conditions.parameters());
            parameters.add(last);
            List<PortfolioRow> part = completed(
                    jdbc.sql(sql).params(parameters).query(Portfolio::read).list());
            part.forEach(reader);
            if (part.isEmpty()) {
                return;
            }
            last = part.get(part.size() - 1).key();
        }
    }

    /** Tasks beyond their due date whose clock runs, longest late first. */
    public List<LateTask> late(int count) {
        return jdbc.sql(WAITING + " where d.closed_at is null and d.due_at < ? and d.paused_at is null"
                        + " order by d.due_at limit " + count)
                .param(ImportRuns.utc(clock.instant()))
                .query(Portfolio::readTask)
                .list();
    }

    /** Business units whose name begins so, for a person who is typing. */
    public List<String> units(String beginning, int count) {
        return jdbc.sql("select distinct business_unit from pilot where business_unit is not null"
                        + " and business_unit like ? order by business_unit limit " + count)
                .param(beginning + "%")
                .query(String.class)
                .list();
    }

    private List<PortfolioRow> completed(List<PortfolioRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<String> keys = rows.stream().map(PortfolioRow::key).toList();
        String in = " in (" + "?,".repeat(keys.size() - 1) + "?)";
        Map<String, String> sponsors = new HashMap<>();
        jdbc.sql("select pilot_key, person from accountability where role_group = 'bu-sponsor' and person is not null"
                        + " and pilot_key" + in)
                .params(keys)
                .query((ResultSet row) -> {
                    sponsors.put(row.getString(1), row.getString(2));
                });
        Map<String, List<LateTask>> waits = new HashMap<>();
        jdbc.sql(WAITING + " where d.closed_at is null and d.pilot_key" + in + " order by d.due_at")
                .params(keys)
                .query(Portfolio::readTask)
                .list()
                .forEach(task -> waits.computeIfAbsent(task.pilotKey(), first -> new ArrayList<>())
                        .add(task));
        return rows.stream()
                .map(row -> row.with(sponsors.get(row.key()), waits.getOrDefault(row.key(), List.of())))
                .toList();
    }

    private static PortfolioRow read(ResultSet row, int number) throws SQLException {
        String tier = row.getString("tier");
        String stall = row.getString("stall_reason");
        Date timeBox = row.getDate("time_box_until");
        return new PortfolioRow(
                row.getString("pilot_key"),
                row.getString("title"),
                row.getString("business_unit"),
                row.getString("regions"),
                Phase.valueOf(row.getString("phase")),
                instant(row, "phase_since"),
                PilotStatus.valueOf(row.getString("status")),
                tier == null ? null : tier.toLowerCase(Locale.ROOT),
                stall == null ? null : StallReason.valueOf(stall),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                timeBox == null ? null : timeBox.toLocalDate(),
                null,
                List.of());
    }

    private static LateTask readTask(ResultSet row, int number) throws SQLException {
        return new LateTask(
                row.getString("pilot_key"),
                row.getString("title"),
                row.getString("engine_task_id"),
                row.getString("role_group") == null ? "" : row.getString("role_group"),
                row.getString("assignee"),
                instant(row, "due_at"),
                row.getInt("level"),
                row.getObject("paused_at") != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
