package io.pilotage.production;

import static io.pilotage.production.ProductionProcessTests.count;
import static io.pilotage.production.ProductionProcessTests.keepsEveryCharacter;
import static io.pilotage.production.ProductionProcessTests.runningOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import io.pilotage.testing.ReverseProxy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The jar that is shipped, as two plain processes behind a proxy on an empty database: one is the whole jar, as the guide
 * starts it, the other the layers of the image, as the Dockerfile unpacks and starts them. The build runs this class
 * after it has packaged.
 */
class PackagedNodesTests {

    private static final Path IMAGE = Path.of("docker/Dockerfile");
    private static final Path GUIDE = Path.of("docs/guide/operator.md");

    @TempDir
    Path folder;

    @Test
    void twoNodesOnAnEmptyDatabaseBothComeUp() throws IOException, InterruptedException {
        ProductionDatabase database = ProductionDatabase.create(MySqlServer.shared());
        Path layers = layersOfTheImage();
        try (ApplicationProcess one =
                        ApplicationProcess.launchJar("packaged-whole", database.environment(), jar(), reach(GUIDE));
                ApplicationProcess two =
                        ApplicationProcess.launchJar("packaged-layers", database.environment(), layers, reach(IMAGE))) {
            one.untilItAnswers();
            two.untilItAnswers();

            assertThat(one.said() + two.said()).contains("Another node prepares the database");
            assertThat(one.said().lines()).anyMatch(line -> line.startsWith("{\"@timestamp\":") && line.endsWith("}"));
            assertThat(count(database, "select count(*) from ACT_RE_DEPLOYMENT"))
                    .isOne();
            assertThat(count(database, "select count(*) from ACT_RU_FILTER where NAME_ = 'My tasks'"))
                    .isOne();
            keepsEveryCharacter(database);
            runningUserChangesRowsAndNothingElse(database);
            bothServeBehindAProxyAndOneGoesOnAlone(one, two);
        }
        try (ApplicationProcess node =
                ApplicationProcess.launchJar("packaged-running-only", runningOnly(database), layers, reach(IMAGE))) {
            node.untilItAnswers();
        }
    }

    /** What the processes are told is what the compose file tells the nodes, but for the profile, which the image sets. */
    @Test
    void variablesAreThoseOfTheComposeFile() throws IOException {
        Set<String> variables = new TreeSet<>(
                ProductionDatabase.create(MySqlServer.shared()).environment().keySet());
        assertThat(variables.remove("SPRING_PROFILES_ACTIVE")).isTrue();
        assertThat(Files.readString(IMAGE)).contains("SPRING_PROFILES_ACTIVE=production");
        String compose = Files.readString(Path.of("docker/compose.yaml"));
        assertThat(variables).allMatch(variable -> compose.contains("    " + variable + ": ${" + variable + "}"));
    }

    /** Where schemas may be read from, as the command in that file says. */
    private static String reach(Path file) throws IOException {
        Matcher said = Pattern.compile("-Djavax\\.xml\\.accessExternalSchema=([a-z,]+)")
                .matcher(Files.readString(file));
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    /** The jar in the folder that the Dockerfile fills layer by layer. */
    private Path layersOfTheImage() throws IOException, InterruptedException {
        Path copy = Files.copy(jar(), folder.resolve("pilotage.jar"));
        Path extracted = folder.resolve("extracted");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        copy.toString(),
                        "extract",
                        "--layers",
                        "--destination",
                        extracted.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        Path image = Files.createDirectory(folder.resolve("image"));
        List<String> layers = Pattern.compile("COPY --from=layers /layers/extracted/([\\w-]+)/ \\./")
                .matcher(Files.readString(IMAGE))
                .results()
                .map((MatchResult copied) -> copied.group(1))
                .toList();
        assertThat(layers).isNotEmpty();
        for (String layer : layers) {
            FileSystemUtils.copyRecursively(extracted.resolve(layer), image);
        }
        return image.resolve("pilotage.jar");
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("pilotage-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no jar yet: run ./mvnw verify"));
        }
    }

    private void bothServeBehindAProxyAndOneGoesOnAlone(ApplicationProcess one, ApplicationProcess two) {
        try (ReverseProxy proxy = ReverseProxy.start("pilotage.example.org", one.port(), two.port())) {
            Set<String> nodes = new TreeSet<>();
            for (int request = 0; request < 4; request++) {
                HttpResponse<String> page = proxy.get("/pilots");
                nodes.add(page.headers().firstValue("X-Node").orElseThrow());
                assertThat(page.statusCode()).isEqualTo(302);
                assertThat(page.headers().firstValue("Location").orElseThrow())
                        .matches("(https://pilotage\\.example\\.org)?/.*");
                assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(PackagedNodesTests::isGuarded);
                assertThat(page.headers().firstValue("Strict-Transport-Security"))
                        .hasValueSatisfying(said -> assertThat(said).contains("max-age=31536000", "includeSubDomains"));
            }
            assertThat(proxy.get("/login?lang=de").headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("pilotage-language=de"))
                    .allMatch(PackagedNodesTests::isGuarded);
            assertThat(nodes).hasSize(2);
            one.kill();
            for (int request = 0; request < 4; request++) {
                assertThat(proxy.get("/pilots").statusCode()).isEqualTo(302);
            }
        }
    }

    /** A cookie that travels encrypted, stays with this site, and is read by no script. */
    private static boolean isGuarded(String cookie) {
        return cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax");
    }

    private void runningUserChangesRowsAndNothingElse(ProductionDatabase database) {
        JdbcClient user = database.runningUser();
        for (String sql : List.of(
                "create table mine (id int)",
                "drop table pilot",
                "alter table pilot add column mine int",
                "truncate table pilot",
                "update trail_entry set kind = 'x'",
                "delete from trail_entry",
                "delete from flyway_schema_history",
                "create user mine identified by 'mine'",
                "grant update on trail_entry to current_user()")) {
            assertThat(catchThrowable(() -> user.sql(sql).update()).getCause())
                    .as(sql)
                    .hasMessageMatching("(?s).*(denied|are not allowed|not authorized).*");
        }
        Set<String> tables = new TreeSet<>(database.admin()
                .sql("select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list());
        Set<String> writable = new TreeSet<>(
                user.sql("select table_name from information_schema.table_privileges where privilege_type = 'INSERT'")
                        .query(String.class)
                        .list());
        tables.remove("flyway_schema_history");
        assertThat(writable).isEqualTo(tables);
        assertThat(tables).containsAll(RowGrants.appendOnly());
    }
}
