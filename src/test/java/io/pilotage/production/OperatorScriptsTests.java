package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of operators when something is wrong: they say so, and leave nothing half done. */
class OperatorScriptsTests {

    private static final ProductionDatabase DATABASE = ProductionDatabase.create(MySqlServer.shared());
    private static final Path BACKUP = Path.of("docker/mysql/backup.sh");
    private static final Path RESTORE = Path.of("docker/mysql/restore.sh");

    /** Stands for the command line of containers: writes down what it was asked for, and fails at what it is told to. */
    private static final String DOCKER = """
            #!/usr/bin/env bash
            echo "$*" >> "$(dirname "$0")/asked"
            [[ "$*" != *"$(cat "$(dirname "$0")/fails")" ]]
            """;

    @TempDir
    Path folder;

    private Path copy;

    @BeforeEach
    void name() {
        copy = folder.resolve("copy.sql.gz");
    }

    @Test
    void backupThatIsThereAlreadyIsKept() throws IOException {
        Files.writeString(copy, "the one of yesterday");
        assertThat(said(BACKUP, copy.toString())).contains("is there already");
        assertThat(copy).hasContent("the one of yesterday");
    }

    @Test
    void backupThatFailsLeavesNothingBehind() {
        List<String> nowhere = List.of(copy.toString(), "--no-defaults", "--host=127.0.0.1", "--port=1");
        assertThat(catchThrowable(() -> DATABASE.script(BACKUP, nowhere))).isNotNull();
        assertThat(folder).isEmptyDirectory();
    }

    /** What was cut off, is no copy, or does not exist is seen before anything is loaded. */
    @Test
    void copyThatIsNotWholeIsNotRestored() throws IOException {
        String whole = "create table half (id int);\ninsert into half values (1);\n-- Dump completed on a day\n";
        ProductionDatabase target = ProductionDatabase.beside(DATABASE);
        byte[] packed = packed(whole);
        Files.write(copy, java.util.Arrays.copyOf(packed, packed.length - 12));
        assertThat(said(target, RESTORE, copy.toString())).contains("is not a whole copy. Nothing was restored.");
        Files.write(copy, packed(whole.substring(0, whole.indexOf("--"))));
        assertThat(said(target, RESTORE, copy.toString())).contains("is not a whole copy. Nothing was restored.");
        Files.writeString(copy, whole);
        assertThat(said(target, RESTORE, copy.toString())).contains("is not a whole copy. Nothing was restored.");
        assertThat(said(target, RESTORE, copy + "x")).contains("There is no file");
        assertThat(tables(target)).isZero();

        Files.write(copy, packed("create table half (id int);\nno sql;\n-- Dump completed on a day\n"));
        assertThat(said(target, RESTORE, copy.toString())).contains("Restored in part only: drop the database");
        target.admin().sql("drop table half").update();
        Files.write(copy, packed(whole));
        assertThat(target.script(RESTORE, arguments(copy.toString(), target))).contains("Restored. Start one node");
        assertThat(tables(target)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql/backup.sh", "mysql/restore.sh", "upgrade.sh"})
    void forgottenFileIsAskedFor(String script) {
        for (List<String> arguments : List.of(List.<String>of(), List.of("--host=mysql"))) {
            assertThat(catchThrowable(() -> DATABASE.script(Path.of("docker", script), arguments)))
                    .hasMessageContaining("Which ")
                    .hasMessageContaining("FILE.sql.gz");
        }
    }

    @Test
    void upgradeBacksUpAndReplacesOneNodeAfterTheOther() throws IOException, InterruptedException {
        assertThat(upgrade("nothing"))
                .contains("Both nodes run the new version", "docker/backup/before.sql.gz", "exit 0");
        assertThat(asked())
                .containsExactly(
                        "exec -T mysql backup.sh /backup/before.sql.gz",
                        "build node-1",
                        "up --detach --no-deps --no-build --force-recreate --wait --wait-timeout 900 node-1",
                        "up --detach --no-deps --no-build --force-recreate --wait --wait-timeout 900 node-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before.sql.gz", "build node-1", "900 node-1", "900 node-2"})
    void upgradeStopsAtTheFirstThatFails(String fails) throws IOException, InterruptedException {
        assertThat(upgrade(fails)).doesNotContain("Both nodes", "exit 0");
        assertThat(asked().get(asked().size() - 1)).endsWith(fails);
    }

    private String upgrade(String fails) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("fails"), fails);
        Path docker = Files.writeString(folder.resolve("docker"), DOCKER);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        ProcessBuilder upgrade =
                new ProcessBuilder("bash", "docker/upgrade.sh", "before.sql.gz").redirectErrorStream(true);
        upgrade.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process running = upgrade.start();
        return new String(running.getInputStream().readAllBytes()) + "exit " + running.waitFor();
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked")).stream()
                .map(line -> line.replaceFirst("compose --file compose.yaml ", ""))
                .toList();
    }

    private static long tables(ProductionDatabase database) {
        return database.admin()
                .sql("select count(*) from information_schema.tables where table_schema = database()")
                .query(Long.class)
                .single();
    }

    private static String said(Path script, String file) {
        return said(DATABASE, script, file);
    }

    /** What a script says that fails. */
    private static String said(ProductionDatabase database, Path script, String file) {
        Throwable failed = catchThrowable(() -> database.script(script, arguments(file, database)));
        assertThat(failed).as("%s has not failed", script).isNotNull();
        return failed.getMessage();
    }

    private static List<String> arguments(String file, ProductionDatabase database) {
        return Stream.concat(Stream.of(file), database.server().stream()).toList();
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
