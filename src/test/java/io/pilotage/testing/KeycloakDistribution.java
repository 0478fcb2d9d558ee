package io.pilotage.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/** The Keycloak program, unpacked and built for the tests once and kept in the user's cache. */
final class KeycloakDistribution {

    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "pilotage", "keycloak");

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    /** Unpacks and builds what is missing; a second process that asks at the same time waits. */
    static KeycloakDistribution prepared() {
        Path archive = Path.of(System.getProperty("pilotage.keycloak.archive"));
        Path home = CACHE.resolve(archive.getFileName().toString().replace(".zip", ""));
        KeycloakDistribution distribution = new KeycloakDistribution(home);
        try {
            Files.createDirectories(CACHE);
            try (FileChannel lock = FileChannel.open(
                            CACHE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!Files.exists(home)) {
                    distribution.unpackAndBuild(archive);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return distribution;
    }

    /** Where the homes of running servers lie. */
    static Path runs() {
        return CACHE.resolve("runs");
    }

    /** What starts a server whose home is the given directory; everything but its data is shared. */
    List<String> command(Path run, String... arguments) throws IOException {
        for (String shared : List.of("lib", "conf", "providers", "themes")) {
            if (!Files.exists(run.resolve(shared))) {
                Files.createSymbolicLink(run.resolve(shared), home.resolve(shared));
            }
        }
        return java(run, arguments);
    }

    private void unpackAndBuild(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            throw new IllegalStateException("No Keycloak to test on: " + archive
                    + " is missing. Run ./mvnw verify once while online; it brings the archive.");
        }
        Path partial = home.resolveSibling(home.getFileName() + "-unpacking");
        FileSystemUtils.deleteRecursively(partial);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = partial.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(partial)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
        Path unpacked = partial.resolve(home.getFileName().toString().replace("-quarkus-dist", ""));
        run(java(unpacked, "build", "--db=dev-file", "--cache=local"));
        Files.move(unpacked, home);
        FileSystemUtils.deleteRecursively(partial);
    }

    private static List<String> java(Path run, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Dkc.home.dir=" + run,
                "-Djboss.server.config.dir=" + run.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                run.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        // 10 says that it was built and wants to be started anew, which a build does not need.
        int end = process.onExit().join().exitValue();
        if (end != 0 && end != 10) {
            throw new IllegalStateException("Keycloak was not built:\n" + said);
        }
    }
}
