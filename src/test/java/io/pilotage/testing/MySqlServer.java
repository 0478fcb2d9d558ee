package io.pilotage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A MySQL server of the tests' own: loopback only, UTC, no syncing to disk. Tests share {@link #shared()}; a test that
 * kills its database starts one for itself and closes it.
 */
public final class MySqlServer implements AutoCloseable {

    /**
     * What every data source says to MySQL, in production as here. Without {@code nullDatabaseMeansCurrent} the engine
     * takes the tables of another database on the server for its own and creates none.
     */
    public static final String OPTIONS = "sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC"
            + "&nullDatabaseMeansCurrent=true"
            + "&sendFractionalSeconds=false&cachePrepStmts=true&useServerPrepStmts=true&prepStmtCacheSize=500"
            + "&prepStmtCacheSqlLimit=8192&rewriteBatchedStatements=true&useLocalSessionState=true";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final MySqlDistribution distribution;
    private final Path data;
    private final int port = ServerProcess.freePort();
    private Process process;

    private MySqlServer(MySqlDistribution distribution, Path data) {
        this.distribution = distribution;
        this.data = data;
        this.process = launch();
    }

    /** The one server of this JVM; it ends with it. */
    public static MySqlServer shared() {
        return Shared.SERVER;
    }

    /** A server with an empty data directory of its own. */
    public static MySqlServer start() {
        MySqlDistribution distribution = MySqlDistribution.prepared();
        try {
            Path runs = Files.createDirectories(MySqlDistribution.runs());
            Leftovers.removeFrom(runs);
            Path data = Files.createTempDirectory(runs, ProcessHandle.current().pid() + "-");
            FileSystemUtils.copyRecursively(distribution.template(), data);
            MySqlServer server = new MySqlServer(distribution, data);
            // After the application contexts, which say goodbye to their database.
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its JDBC address; user {@code root}, no password. */
    public String freshDatabase() {
        String name = "pilotage" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(""), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    public int port() {
        return port;
    }

    /** The folder of the programs {@code mysql} and {@code mysqldump} that go with this server. */
    public Path clients() {
        return distribution.clients();
    }

    /** Ends the server as a power cut would; the data stay. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same data and the same port. */
    public void restart() {
        kill();
        process = launch();
    }

    @Override
    public void close() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?" + OPTIONS;
    }

    private Process launch() {
        Path log = data.resolve("server.log");
        return ServerProcess.untilItAnswers(
                "MySQL", ServerProcess.launch(new ProcessBuilder(command()), log), log, PATIENCE, this::answers);
    }

    private List<String> command() {
        return List.of(
                distribution.program().toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + distribution.home(),
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mysql.sock",
                "--pid-file=mysql.pid",
                "--mysqlx=OFF",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-buffer-pool-size=192M",
                "--innodb-redo-log-capacity=64M",
                // The data outlive a killed server, not a killed machine: that is enough for tests, and fast.
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF");
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(""), "root", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static final class Shared {

        private static final MySqlServer SERVER = start();
    }
}
