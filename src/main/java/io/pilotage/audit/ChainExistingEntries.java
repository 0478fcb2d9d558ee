package io.pilotage.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pilotage.verify.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Chains the entries that were written before the trail was a chain, in their order, and says so at the end of each
 * chain: what was changed before that day cannot be told.
 */
@Component
class ChainExistingEntries implements JavaMigration {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0202");
    }

    @Override
    public String getDescription() {
        return "audit chain existing entries";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        var dataSource = new SingleConnectionDataSource(context.getConnection(), true);
        var entries = new TrailEntries(dataSource);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("select distinct pilot_key from trail_entry_unchained order by pilot_key")
                .query(String.class)
                .list()
                .forEach(chain -> chain(jdbc, entries, chain));
    }

    private static void chain(JdbcClient jdbc, TrailEntries entries, String chain) {
        List<String> hashes = jdbc.sql("select * from trail_entry_unchained where pilot_key = ? order by entry_number")
                .param(chain)
                .query((row, number) -> {
                    entries.append(read(row));
                    return row.getString("details_hash");
                })
                .list();
        entries.append(TrailEntry.of(chain, Instant.now(), TrailEntry.PRODUCT, "chained")
                .argument("entries", hashes.size())
                .details(Map.of("hashesOfBefore", Sha256.hex(String.join("\n", hashes))))
                .build());
    }

    private static TrailEntry read(ResultSet row) throws SQLException {
        String actor = row.getString("actor");
        return new TrailEntry(
                row.getString("pilot_key"),
                row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                actor,
                row.getString("actor_role"),
                row.getString("on_behalf_of"),
                row.getString("kind"),
                row.getString("phase"),
                row.getString("process_id"),
                row.getObject("model_version", Integer.class),
                row.getString("element_id"),
                row.getString("form_id"),
                row.getString("form_version"),
                Map.of(),
                row.getString("sentence_key"),
                apart(row.getString("sentence_arguments"), actor),
                apart(row.getString("details"), actor));
    }

    /** Nothing says any more which texts were free: all are held apart, as the words of who acted. */
    private static Map<String, Object> apart(String json, String actor) {
        try {
            Map<String, Object> values = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
            values.replaceAll((name, value) -> apart(value, actor));
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of before is not readable", e);
        }
    }

    private static @Nullable Object apart(@Nullable Object value, String actor) {
        if (value instanceof String text) {
            return Personal.words(text, actor);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> apart(one, actor)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> apart = new LinkedHashMap<>();
            map.forEach((name, inner) -> apart.put(String.valueOf(name), apart(inner, actor)));
            return apart;
        }
        return value;
    }
}
