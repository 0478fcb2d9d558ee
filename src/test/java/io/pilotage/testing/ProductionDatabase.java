package io.pilotage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database with its two users, made by the script that operators run. */
public final class ProductionDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "Kq7'vR\\2mZ9xL4tWb8sD";

    private static final String AUDIT_KEY = auditKey();

    private final MySqlServer server;
    private final String name = "production_" + NUMBER.incrementAndGet();
    private final String users;

    private ProductionDatabase(MySqlServer server, @Nullable ProductionDatabase other) {
        this.server = server;
        this.users = other == null ? name : other.users;
    }

    public static ProductionDatabase create(MySqlServer server) {
        return made(new ProductionDatabase(server, null));
    }

    /** One more on the same server for the same two users, as for a backup that is restored while the old one stands. */
    public static ProductionDatabase beside(ProductionDatabase other) {
        return made(new ProductionDatabase(other.server, other));
    }

    private static ProductionDatabase made(ProductionDatabase database) {
        database.script(Path.of("docker/mysql/users.sh"), database.server());
        return database;
    }

    /** What production is told by variables: this database, both users, and an identity provider and mail server. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SPRING_PROFILES_ACTIVE", "production");
        environment.put("PILOTAGE_DATABASE_URL", "jdbc:mysql://127.0.0.1:" + server.port() + "/" + name);
        environment.put("PILOTAGE_DATABASE_USER", users + "_run");
        environment.put("PILOTAGE_DATABASE_PASSWORD", PASSWORD);
        environment.put("PILOTAGE_MIGRATION_USER", users + "_migrate");
        environment.put("PILOTAGE_MIGRATION_PASSWORD", PASSWORD);
        environment.put("PILOTAGE_BASE_URL", "https://pilotage.example.org");
        environment.put("PILOTAGE_ISSUER", "https://login.example.org/realms/pilotage");
        environment.put("PILOTAGE_CLIENT_ID", "pilotage");
        environment.put("PILOTAGE_CLIENT_SECRET", "fT3nQ8zYw6Xc1Vb5Lm0P");
        environment.put("PILOTAGE_DIRECTORY_CLIENT_ID", "pilotage-directory");
        environment.put("PILOTAGE_DIRECTORY_CLIENT_SECRET", "uJ9kR4sHg7Dq2Wz6Nx3B");
        environment.put("PILOTAGE_AUDIT_KEY", AUDIT_KEY);
        environment.put("PILOTAGE_MAIL_HOST", "127.0.0.1");
        environment.put("PILOTAGE_MAIL_ENCRYPTED", "false");
        environment.put("PILOTAGE_MAIL_FROM", "pilotage@example.org");
        return environment;
    }

    /** How the clients of MySQL reach it, as an administrator. */
    public List<String> server() {
        return List.of("--no-defaults", "--host=127.0.0.1", "--protocol=tcp", "--port=" + server.port());
    }

    public String name() {
        return name;
    }

    /** JDBC address. */
    public String url() {
        return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + name
                + "?connectionTimeZone=UTC&nullDatabaseMeansCurrent=true";
    }

    /** As an administrator. */
    public JdbcClient admin() {
        return as("root", "");
    }

    public JdbcClient runningUser() {
        return as(users + "_run", PASSWORD);
    }

    public JdbcClient migrationUser() {
        return as(users + "_migrate", PASSWORD);
    }

    /** Runs a script of the product with this database's variables. @return what it said */
    public String script(Path script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        builder.environment().put("PILOTAGE_DATABASE_NAME", name);
        builder.environment()
                .put("PATH", server.clients() + ":" + builder.environment().get("PATH"));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String auditKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JdbcClient as(String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url(), user, password));
    }
}
