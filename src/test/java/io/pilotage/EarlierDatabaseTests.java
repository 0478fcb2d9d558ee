package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** A database that an earlier commit filled: migrations are numbered by module, so what is new may be numbered low. */
class EarlierDatabaseTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @TempDir
    Path earlier;

    @Test
    void theNextMigrationOfEveryModuleIsTaken() throws IOException {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:" + earlier.resolve("pilotage") + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        for (Path first : firstOfEachModule()) {
            Files.copy(first, earlier.resolve(first.getFileName()));
        }
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + earlier)
                .load()
                .migrate();

        Flyway now = new FluentConfiguration()
                .dataSource(database)
                .locations("filesystem:" + MIGRATIONS)
                .outOfOrder(Boolean.TRUE.equals(setting("spring.flyway.out-of-order")))
                .load();
        now.migrate();
        assertThat(now.info().pending()).isEmpty();
        assertThat(now.info().applied()).hasSize(migrations().size());
    }

    /** The file of the lowest number of each hundred; the modules' numbers begin with it. */
    private static List<Path> firstOfEachModule() throws IOException {
        return migrations().stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().substring(0, 3),
                        file -> file,
                        (one, other) -> one.compareTo(other) < 0 ? one : other))
                .values()
                .stream()
                .toList();
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static Object setting(String name) throws IOException {
        return new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty(name);
    }
}
