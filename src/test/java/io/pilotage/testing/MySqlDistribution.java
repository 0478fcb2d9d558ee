package io.pilotage.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.util.FileSystemUtils;

/** The MySQL server program and an empty data directory, both made once and kept in the user's cache. */
final class MySqlDistribution {

    /** The server, and the clients that the scripts of operators call. */
    private static final Set<String> PROGRAMS = Set.of("bin/mysqld", "bin/mysql", "bin/mysqldump");

    private static final List<String> NEEDED =
            List.of("lib/private/", "lib/plugin/component_reference_cache.so", "share/english/", "share/charsets/");

    private final Path home;

    private MySqlDistribution(Path home) {
        this.home = home;
    }

    /** Unpacks and initialises what is missing; a second process that asks at the same time waits. */
    static MySqlDistribution prepared() {
        Path archive = Path.of(required("pilotage.mysql.archive"));
        Path home = cache().resolve(archive.getFileName().toString().replace(".zip", ""));
        MySqlDistribution distribution = new MySqlDistribution(home);
        try {
            Files.createDirectories(home.getParent());
            try (FileChannel lock = FileChannel.open(
                            home.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                distribution.unpack(archive);
                distribution.initialize();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return distribution;
    }

    /** Where data directories of running servers lie. */
    static Path runs() {
        return cache().resolve("runs");
    }

    Path home() {
        return home;
    }

    Path program() {
        return home.resolve("bin/mysqld");
    }

    /** Where {@code mysql} and {@code mysqldump} are. */
    Path clients() {
        return home.resolve("bin");
    }

    /** An initialised data directory; copied for every server, never run itself. */
    Path template() {
        return home.resolve("data");
    }

    private static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "pilotage", "mysql");
    }

    private void unpack(Path archive) throws IOException {
        if (Files.exists(program()) && Files.exists(home.resolve("bin/mysqldump"))) {
            return;
        }
        if (!Files.exists(archive)) {
            throw new IllegalStateException("No MySQL to test on: " + archive
                    + " is missing. Run ./mvnw verify once while online; it brings the archive.");
        }
        boolean onlyClients = Files.exists(program());
        Path partial = onlyClients ? home : fresh("unpacking");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                boolean program = PROGRAMS.contains(entry.getName());
                boolean library = !entry.isDirectory() && NEEDED.stream().anyMatch(entry.getName()::startsWith);
                if ((program || library) && !(onlyClients && Files.exists(home.resolve(entry.getName())))) {
                    Path file = partial.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                    if (program) {
                        file.toFile().setExecutable(true);
                    }
                }
            }
        }
        if (!onlyClients) {
            Files.move(partial, home);
        }
    }

    private void initialize() throws IOException {
        if (Files.exists(template())) {
            return;
        }
        Path partial = fresh("initializing");
        Files.delete(partial);
        String said = run(List.of(
                program().toString(),
                "--no-defaults",
                "--initialize-insecure",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + partial,
                "--innodb-redo-log-capacity=8M"));
        if (!Files.exists(partial.resolve("mysql.ibd"))) {
            FileSystemUtils.deleteRecursively(partial);
            throw new IllegalStateException("MySQL does not start on this machine. If a shared library is missing, "
                    + "install it (Debian and Ubuntu: apt-get install libaio1 libnuma1). It said:\n" + said);
        }
        Files.move(partial, template());
    }

    private Path fresh(String purpose) throws IOException {
        Path directory = home.resolveSibling(home.getFileName() + "-" + purpose);
        FileSystemUtils.deleteRecursively(directory);
        return Files.createDirectories(directory);
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output;
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("System property " + property + " is not set; pom.xml sets it for tests.");
        }
        return value;
    }
}
