package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar in production, whole and in the layers of the image. Runs only when asked for, after
 * {@code ./mvnw package}: {@code ./mvnw test -Dtest=PackagedJarLongRun}.
 */
class PackagedJarLongRun {

    @TempDir
    Path folder;

    @Test
    void jarAndLayersStartAsTheDockerfileStartsThem() throws IOException, InterruptedException {
        Path jar = jar();
        ProductionDatabase database = ProductionDatabase.create(MySqlServer.shared());
        try (ApplicationProcess whole =
                ApplicationProcess.launchJar("packaged-whole", database.environment(), jar, "jar,nested")) {
            whole.untilItAnswers();
        }
        Path copy = Files.copy(jar, folder.resolve("pilotage.jar"));
        int extracted = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        copy.toString(),
                        "extract",
                        "--layers",
                        "--destination",
                        folder.resolve("extracted").toString()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(extracted).isZero();
        Path image = Files.createDirectory(folder.resolve("image"));
        for (String layer : List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application")) {
            org.springframework.util.FileSystemUtils.copyRecursively(
                    folder.resolve("extracted").resolve(layer), image);
        }
        try (ApplicationProcess layers = ApplicationProcess.launchJar(
                "packaged-layers", database.environment(), image.resolve("pilotage.jar"), "file")) {
            layers.untilItAnswers();
            assertThat(database.admin()
                            .sql("select count(*) from ACT_RE_DEPLOYMENT")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("pilotage-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Run ./mvnw package first"));
        }
    }
}
