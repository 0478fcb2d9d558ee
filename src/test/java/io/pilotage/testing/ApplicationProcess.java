package io.pilotage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product as a process of its own, on the class path of the tests and a real database, so that it can be killed. Its
 * job executor runs. Its log lies in {@code target/}.
 */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final Path log;
    private final Process process;
    private String remembered = "";
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private ApplicationProcess(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param name of its log file
     * @param database JDBC address; user {@code root}, no password
     * @param properties further ones, as {@code --name=value}
     */
    public static ApplicationProcess start(String name, String database, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                "--pilotage.sample=false"));
        arguments.addAll(List.of(properties));
        return launch(name, Map.of(), arguments).untilItAnswers();
    }

    /**
     * Starts it without waiting, configured by environment variables as in production.
     *
     * @param name of its log file
     * @param arguments further settings, as {@code --name=value}
     */
    public static ApplicationProcess launch(String name, Map<String, String> environment, List<String> arguments) {
        return launch(name, environment, arguments, io.pilotage.Pilotage.class);
    }

    /** Starts it by another main class, which sets something up before. */
    public static ApplicationProcess launch(
            String name, Map<String, String> environment, List<String> arguments, Class<?> main) {
        List<String> command = new ArrayList<>(virtualMachine("file,jar,nested"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return run(name, environment, command);
    }

    /**
     * Starts a packaged jar without waiting.
     *
     * @param reach where schemas may be read from: {@code jar,nested} for the whole jar, {@code file} for its layers
     */
    public static ApplicationProcess launchJar(String name, Map<String, String> environment, Path jar, String reach) {
        List<String> command = new ArrayList<>(virtualMachine(reach));
        command.addAll(List.of("-jar", jar.toString()));
        return run(name, environment, command);
    }

    private static ApplicationProcess run(String name, Map<String, String> environment, List<String> command) {
        int port = ServerProcess.freePort();
        Path log = Path.of("target", name + ".log");
        command.add("--server.port=" + port);
        command.add("--logging.level.io.pilotage=INFO");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process process = ServerProcess.launch(builder, log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ApplicationProcess(port, log, process);
    }

    /** Waits until it answers. */
    public ApplicationProcess untilItAnswers() {
        ServerProcess.untilItAnswers("The application", process, log, PATIENCE, this::answers);
        return this;
    }

    /** Waits until it has ended by itself. @return its exit code */
    public int untilItEnds() {
        return process.onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** Asks it to end, as an operator does, and waits until it has. @return its exit code */
    public int terminate() {
        process.destroy();
        return untilItEnds();
    }

    /** What it has written so far. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Signs a demo user in; the calls that follow are this person's. */
    public ApplicationProcess signIn(String demoUser) {
        String token = token("/login");
        send(HttpRequest.newBuilder(at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + demoUser + "&password="
                        + io.pilotage.identity.DemoUsers.PASSWORD + "&_csrf=" + token)));
        return this;
    }

    /** Keeps the token that a form needs, so that {@link #uploadAgain} asks for no page. */
    public void rememberToken() {
        remembered = token("/portfolio/import");
    }

    /** Uploads as {@link #upload} does, with the remembered token. */
    public HttpResponse<String> uploadAgain(String path, String fileName, String content, String field, String value) {
        return upload(path, fileName, content, field, value, remembered);
    }

    /** Uploads a text file as the form field {@code file}, with one further field. */
    public HttpResponse<String> upload(String path, String fileName, String content, String field, String value) {
        return upload(path, fileName, content, field, value, token("/portfolio/import"));
    }

    private HttpResponse<String> upload(
            String path, String fileName, String content, String field, String value, String token) {
        String edge = "edge-of-a-part";
        String body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                + "\r\n--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + edge + "--\r\n";
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(body)));
    }

    /** What somebody without a session is answered. @param token sent as bearer token; empty for none */
    public HttpResponse<String> ask(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(HttpClient.newHttpClient(), request);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private String token(String page) {
        Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(at(page))).body());
        if (!token.find()) {
            throw new AssertionError(page + " holds no form");
        }
        return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try {
            return send(HttpRequest.newBuilder(at("/css/pilotage.css"))).statusCode() == 200;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static List<String> virtualMachine(String reach) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                // Starts sooner; what it does is the same.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djavax.xml.accessExternalSchema=" + reach);
    }
}
