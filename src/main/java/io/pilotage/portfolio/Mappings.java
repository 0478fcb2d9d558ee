package io.pilotage.portfolio;

import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mappings there are: those the product ships, and those people wrote; a written one of the same name holds. */
@Service
@Transactional
public class Mappings {

    private static final List<String> SHIPPED = List.of("simple", "federal-2024");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");

    private final JdbcClient jdbc;
    private final Clock clock;

    Mappings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<StoredMapping> all() {
        Map<String, StoredMapping> all = new LinkedHashMap<>();
        SHIPPED.forEach(name -> all.put(name, shipped(name)));
        jdbc.sql("select name, text, changed_by, changed_at from import_mapping order by name")
                .query((row, number) -> new StoredMapping(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, java.time.LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list()
                .forEach(written -> all.put(written.name(), written));
        return List.copyOf(all.values());
    }

    /** @throws Refused when there is none of that name */
    @Transactional(readOnly = true)
    public StoredMapping get(String name) {
        return all().stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow(() -> FieldsRefused.of("mapping", "portfolio.mapping.unknown", name));
    }

    /**
     * Stores a mapping under a name, in place of one that is there.
     *
     * @throws Refused when the name or the text is no good
     */
    public void write(String name, String text, String person) {
        if (!NAME.matcher(name).matches()) {
            throw FieldsRefused.of("name", "portfolio.mapping.badName");
        }
        MappingText.read(text);
        jdbc.sql("delete from import_mapping where name = ?").param(name).update();
        jdbc.sql("insert into import_mapping (name, text, changed_by, changed_at) values (?,?,?,?)")
                .params(name, text, person, ImportRuns.utc(clock.instant()))
                .update();
    }

    /** Removes what people wrote; a shipped one of that name holds again. */
    public void remove(String name) {
        jdbc.sql("delete from import_mapping where name = ?").param(name).update();
    }

    private static StoredMapping shipped(String name) {
        try {
            String text = new ClassPathResource("portfolio/mappings/" + name + ".yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
            return new StoredMapping(name, text, null, null);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
