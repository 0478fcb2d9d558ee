package io.pilotage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server of the tests as a process of its own: what it writes goes to a file, and it is waited for until it answers. */
final class ServerProcess {

    private static final int LINES_SHOWN = 40;

    private ServerProcess() {}

    /** A port of this machine that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process without waiting; what it writes is added to the file. */
    static Process launch(ProcessBuilder command, Path log) {
        try {
            return command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server answers; one that ends before, or takes too long, is killed and its last words are shown. */
    static Process untilItAnswers(String name, Process process, Path log, Duration patience, BooleanSupplier answers) {
        Instant giveUp = Instant.now().plus(patience);
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(giveUp)) {
                process.destroyForcibly().onExit().join();
                throw new IllegalStateException(name + " did not start:\n" + lastWords(log));
            }
            process.onExit()
                    .completeOnTimeout(process, 100, TimeUnit.MILLISECONDS)
                    .join();
        }
        return process;
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
