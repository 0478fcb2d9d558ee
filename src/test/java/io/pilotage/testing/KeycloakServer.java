package io.pilotage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A Keycloak of the tests' own with the realm of production, {@code docker/keycloak/realm.json}: loopback only, secrets
 * made up at start. Tests share {@link #shared()}; one that takes it down brings it back.
 */
public final class KeycloakServer implements AutoCloseable {

    private static final Path REALM = Path.of("docker/keycloak/realm.json");
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final String secret = UUID.randomUUID().toString();
    private final int port = ServerProcess.freePort();
    private final String applicationAddress;
    private final Path home;
    private Process process;

    private KeycloakServer(String applicationAddress, Path home) {
        this.applicationAddress = applicationAddress;
        this.home = home;
        this.process = launch();
    }

    /** The one server of this JVM; it ends with it. */
    public static KeycloakServer shared() {
        return Shared.SERVER;
    }

    /** A server of its own. @param applicationAddress where its realm expects the application */
    public static KeycloakServer start(String applicationAddress) {
        try {
            Path runs = Files.createDirectories(KeycloakDistribution.runs());
            Leftovers.removeFrom(runs);
            Path home = Files.createTempDirectory(runs, ProcessHandle.current().pid() + "-");
            Files.createDirectories(home.resolve("data/import"));
            Files.copy(REALM, home.resolve("data/import/realm.json"));
            KeycloakServer server = new KeycloakServer(applicationAddress, home);
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realm's address. */
    public String issuer() {
        return address() + "/realms/pilotage";
    }

    /** Where the server listens. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Secret of every client in the realm, and of its administrator. */
    public String secret() {
        return secret;
    }

    /** The port on which the realm of the shared server expects the application. */
    public int applicationPort() {
        return URI.create(applicationAddress).getPort();
    }

    /** Where it listens on this machine. */
    public int port() {
        return port;
    }

    /** What an administrator of the realm does. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(this);
    }

    /** Begins to let a program in whose person approves it in a browser. */
    public Map<String, String> device(String client, String scope) {
        Map<String, String> answer = new java.util.HashMap<>();
        admin().form(issuer() + "/protocol/openid-connect/auth/device", Map.of("client_id", client, "scope", scope))
                .properties()
                .forEach(field -> answer.put(field.getKey(), field.getValue().asText()));
        return answer;
    }

    /** The access token of a program that was approved. */
    public String deviceToken(String client, String code) {
        return admin().form(
                        issuer() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                                "client_id", client,
                                "device_code", code))
                .path("access_token")
                .asText();
    }

    /** Ends the server as a power cut would; the data stay. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Brings it up again, when it is down. */
    public void restart() {
        if (!isAlive()) {
            process = launch();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
        try {
            // The links in it lead to what all servers share.
            for (String link : new String[] {"lib", "conf", "providers", "themes"}) {
                Files.deleteIfExists(home.resolve(link));
            }
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        Path log = home.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment()
                .putAll(Map.of(
                        "PILOTAGE_BASE_URL", applicationAddress,
                        "PILOTAGE_CLIENT_SECRET", secret,
                        "PILOTAGE_DIRECTORY_CLIENT_SECRET", secret,
                        "PILOTAGE_MACHINE_CLIENT_SECRET", secret,
                        "KC_BOOTSTRAP_ADMIN_CLIENT_ID", "tests",
                        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secret));
        return ServerProcess.untilItAnswers(
                "Keycloak", ServerProcess.launch(builder, log), log, PATIENCE, this::answers);
    }

    private List<String> command() {
        try {
            return KeycloakDistribution.prepared()
                    .command(
                            home,
                            "start",
                            "--optimized",
                            "--import-realm",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--proxy-headers=xforwarded",
                            "--hostname-strict=false");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create(issuer()))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(question, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {

        private static final KeycloakServer SERVER = start("http://127.0.0.1:" + ServerProcess.freePort());
    }
}
