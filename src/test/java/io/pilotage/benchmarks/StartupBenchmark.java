package io.pilotage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Start-up on an H2 file that was filled before, against the bare engine with the same starters on its own; they take
 * turns. Counted is what Spring Boot says of the process from its start until the application is started.
 */
class StartupBenchmark {

    private static final int RUNS = Integer.getInteger("benchmark.runs", 7);
    private static final int WARM = 1;
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in .*process running for ([\\d.]+)\\)");
    private static final String H2 = ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path folder;

    @Test
    void startUpAgainstTheBareEngine() throws Exception {
        Times ours = new Times();
        Times bare = new Times();
        for (int i = 0; i < RUNS + WARM + 1; i++) {
            double one = start("ours", "io.pilotage.Pilotage", "--pilotage.sample=" + (i == 0));
            double other = start(
                    "bare",
                    "io.pilotage.benchmarks.BareOperaton",
                    "--spring.config.location=optional:classpath:/none/",
                    "--spring.application.name=bare",
                    "--spring.flyway.locations=classpath:/none",
                    "--spring.flyway.baseline-on-migrate=true",
                    "--spring.datasource.username=sa",
                    "--operaton.bpm.history-level=full",
                    "--operaton.bpm.authorization.enabled=true");
            if (i > WARM) {
                ours.add(one);
                bare.add(other);
            }
        }
        Times.say(
                "start-up: ours %.1f s, bare %.1f s (medians of %d), ratio %.2f (goal 1.30)",
                ours.median() / 1000, bare.median() / 1000, RUNS, ours.median() / bare.median());
    }

    /** @return milliseconds from the start of the process until it said that it is started */
    private double start(String name, String main, String... properties) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command(name, main, properties))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (process.isAlive()) {
                Matcher started = STARTED.matcher(Files.readString(log));
                if (started.find()) {
                    return 1000 * Double.parseDouble(started.group(1));
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
            throw new IllegalStateException(Files.readString(log));
        } finally {
            process.destroy();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private List<String> command(String name, String main, String... properties) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-Duser.timezone=UTC",
                "-Djavax.xml.accessExternalSchema=file,jar,nested",
                "-cp",
                (main.equals("io.pilotage.Pilotage") ? "target/classes:" : "target/test-classes:") + libraries(),
                main,
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve(name) + H2,
                "--logging.level.root=WARN",
                "--logging.level.org.springframework.boot.SpringApplication=INFO",
                "--logging.level." + main + "=INFO"));
        command.addAll(Arrays.asList(properties));
        return command;
    }

    /** The libraries that are in the jar, nothing of the tests. */
    private static String libraries() {
        try {
            return Files.readString(Path.of("target/runtime-class-path.txt"))
                    .strip()
                    .replace(',', ':');
        } catch (IOException e) {
            throw new IllegalStateException("Run test-compile first: it writes the runtime class path", e);
        }
    }
}
